CREATE TABLE state (
    kind       TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    payload    BLOB    NOT NULL,
    unfinished INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE INDEX state_unfinished ON state (kind, id) WHERE unfinished;

-- at: 100-nanosecond ticks since 0001-01-01 UTC.
CREATE TABLE audit (
    seq          INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT    NOT NULL UNIQUE,
    organization TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    actor        TEXT,
    kind         TEXT    NOT NULL,
    target       TEXT    NOT NULL,
    before       TEXT,
    after        TEXT,
    reason       TEXT,
    operation_id TEXT,
    fingerprint  TEXT
);

CREATE INDEX audit_organization ON audit (organization, seq);

CREATE INDEX audit_operation ON audit (organization, operation_id) WHERE operation_id IS NOT NULL;
