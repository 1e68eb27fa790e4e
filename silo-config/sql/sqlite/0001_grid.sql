-- The database of a single node. Orleans' AdoNet provider executes what it finds in OrleansQuery: the keys, and the names and
-- types of the parameters and the columns of a query, are its own; tables and texts are ours.
CREATE TABLE OrleansQuery (
    QueryKey  TEXT PRIMARY KEY,
    QueryText TEXT NOT NULL
);

-- The one service that the database serves; no other table has a column for it.
CREATE TABLE service (
    one        INTEGER NOT NULL UNIQUE DEFAULT 1 CHECK (one = 1),
    service_id TEXT NOT NULL
);
