-- The database of a cluster. Orleans' AdoNet providers execute what they find in OrleansQuery: the keys, and the names and
-- types of the parameters and the columns of a query, are theirs; tables and texts are ours.
CREATE TABLE OrleansQuery (
    QueryKey  varchar(64)   PRIMARY KEY,
    QueryText varchar(8000) NOT NULL
);

-- The one service that the database serves; no other table has a column for it but that of the reminders.
CREATE TABLE service (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    service_id text COLLATE "C" NOT NULL
);
