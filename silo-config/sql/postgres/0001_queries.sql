-- The providers of Orleans read here which statements they are to run. The names of queries, parameters and result columns are
-- theirs; tables and statements are ours.
CREATE TABLE orleansquery (
    querykey  varchar(64)   PRIMARY KEY,
    querytext varchar(8000) NOT NULL
);

-- One database serves one service: two would wake up the same organizations side by side.
CREATE TABLE service (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    id       text    NOT NULL
);
