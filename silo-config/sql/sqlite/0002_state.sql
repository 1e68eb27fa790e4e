-- payload is null once the state was cleared. modified_at: milliseconds since 1970-01-01 UTC.
CREATE TABLE state (
    kind        TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    payload     BLOB,
    unfinished  INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
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

-- Which of an organization's activations may write: the one that claimed the highest term.
CREATE TABLE term (
    organization TEXT PRIMARY KEY,
    term         INTEGER NOT NULL
);

-- A row that is inserted here is a write of a record with its audit entries, and is gone at the end of its statement. So a
-- write is one statement, and atomic without a transaction which a failure could leave open on its connection. One that is
-- refused inserts, and returns, no row. (A view would do, but SQLite 3.35 crashes on RETURNING from one.)
CREATE TABLE state_write (
    kind     TEXT NOT NULL,
    "key"    TEXT,
    expected INTEGER,
    envelope TEXT
);

CREATE TRIGGER state_write_after AFTER INSERT ON state_write
BEGIN
    DELETE FROM state_write;
END;

CREATE TRIGGER state_write_before BEFORE INSERT ON state_write
BEGIN
    SELECT RAISE(ABORT, 'the grain''s key does not begin with ''/''; only keys of RbacGrains'' grains are stored here')
    WHERE NEW."key" IS NULL OR substr(NEW."key", 1, 1) <> '/';

    SELECT RAISE(ABORT, 'the payload is no envelope with a state')
    WHERE NEW.envelope IS NULL OR json_type(NEW.envelope, '$.state') IS NULL;

    SELECT RAISE(IGNORE)
    WHERE (SELECT version FROM state WHERE kind = NEW.kind AND id = substr(NEW."key", 2)) IS NOT NEW.expected;

    SELECT RAISE(ABORT, 'RB001: the organization is coordinated by a newer activation') FROM term
    WHERE organization = json_extract(NEW.envelope, '$.fence.organization')
      AND term <> json_extract(NEW.envelope, '$.fence.term');

    SELECT RAISE(ABORT, 'RB001: the organization is coordinated by a newer activation') FROM term
    WHERE organization = json_extract(NEW.envelope, '$.claim.organization')
      AND term >= json_extract(NEW.envelope, '$.claim.term');

    INSERT INTO state (kind, id, version, payload, unfinished, modified_at)
    VALUES (
        NEW.kind, substr(NEW."key", 2), coalesce(NEW.expected, 0) + 1, CAST(json_extract(NEW.envelope, '$.state') AS BLOB),
        coalesce(json_extract(NEW.envelope, '$.unfinished'), 0), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER))
    ON CONFLICT (kind, id) DO UPDATE
    SET version = excluded.version, payload = excluded.payload, unfinished = excluded.unfinished, modified_at = excluded.modified_at;

    INSERT INTO term (organization, term)
    SELECT json_extract(NEW.envelope, '$.claim.organization'), json_extract(NEW.envelope, '$.claim.term')
    WHERE json_type(NEW.envelope, '$.claim') = 'object'
    ON CONFLICT (organization) DO UPDATE SET term = excluded.term;

    INSERT INTO audit (id, organization, at, actor, kind, target, before, after, reason, operation_id, fingerprint)
    SELECT json_extract(value, '$.id'), json_extract(value, '$.organization'), json_extract(value, '$.at'),
           json_extract(value, '$.actor'), json_extract(value, '$.kind'), json_extract(value, '$.target'),
           json_extract(value, '$.before'), json_extract(value, '$.after'), json_extract(value, '$.reason'),
           json_extract(value, '$.operation_id'), json_extract(value, '$.fingerprint')
    FROM json_each(NEW.envelope, '$.audit')
    ORDER BY json_each."key";
END;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('WriteToStorageKey', '
INSERT INTO state_write (kind, "key", expected, envelope)
VALUES (@GrainTypeString, @GrainIdExtensionString, @GrainStateVersion, CAST(@PayloadBinary AS TEXT))
RETURNING coalesce(expected, 0) + 1 AS NewGrainStateVersion
'),
('ReadFromStorageKey', '
SELECT payload AS PayloadBinary, version AS Version
FROM state
WHERE kind = @GrainTypeString AND id = substr(@GrainIdExtensionString, 2) AND substr(@GrainIdExtensionString, 1, 1) = ''/''
'),
('ClearStorageKey', '
UPDATE state
SET payload = NULL, unfinished = 0, version = version + 1, modified_at = CAST((julianday(''now'') - 2440587.5) * 86400000 AS INTEGER)
WHERE kind = @GrainTypeString AND id = substr(@GrainIdExtensionString, 2) AND substr(@GrainIdExtensionString, 1, 1) = ''/''
  AND version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion
'),
('DeleteStorageKey', '
DELETE FROM state
WHERE kind = @GrainTypeString AND id = substr(@GrainIdExtensionString, 2) AND substr(@GrainIdExtensionString, 1, 1) = ''/''
  AND version = @GrainStateVersion
RETURNING version + 1 AS NewGrainStateVersion
');
