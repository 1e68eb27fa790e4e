-- The grid's tables for one silo on one machine. See the scripts for PostgreSQL for what they mean.
CREATE TABLE orleansquery (
    querykey  TEXT PRIMARY KEY,
    querytext TEXT NOT NULL
);

CREATE TABLE service (
    only_one INT  PRIMARY KEY DEFAULT 1 CHECK (only_one = 1),
    id       TEXT NOT NULL
);

-- envelope: what the present version was written as; the triggers take the rest from it.
CREATE TABLE state (
    kind        TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    payload     BLOB,
    unfinished  INTEGER NOT NULL,
    modified_at TEXT    NOT NULL,
    envelope    TEXT,
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

CREATE TABLE term (
    organization TEXT PRIMARY KEY,
    term         INTEGER NOT NULL
);

-- A statement and its triggers are one: all of it happens, or nothing.
CREATE TRIGGER state_inserted AFTER INSERT ON state BEGIN
    SELECT RAISE(ABORT, 'The organization is coordinated by a later activation than the one that judged this write.')
    WHERE json_extract(NEW.envelope, '$.fence') IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM term
        WHERE organization = json_extract(NEW.envelope, '$.fence.organization') AND term = json_extract(NEW.envelope, '$.fence.term'));
    INSERT INTO audit (id, organization, at, actor, kind, target, before, after, reason, operation_id, fingerprint)
    SELECT
        json_extract(e.value, '$.id'), json_extract(e.value, '$.organization'), json_extract(e.value, '$.at'),
        json_extract(e.value, '$.actor'), json_extract(e.value, '$.kind'), json_extract(e.value, '$.target'),
        json_extract(e.value, '$.before'), json_extract(e.value, '$.after'), json_extract(e.value, '$.reason'),
        json_extract(e.value, '$.operation_id'), json_extract(e.value, '$.fingerprint')
    FROM json_each(NEW.envelope, '$.audit') AS e ORDER BY e.key;
    UPDATE state SET envelope = NULL WHERE kind = NEW.kind AND id = NEW.id;
END;

CREATE TRIGGER state_updated AFTER UPDATE OF version ON state WHEN NEW.envelope IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'The organization is coordinated by a later activation than the one that judged this write.')
    WHERE json_extract(NEW.envelope, '$.fence') IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM term
        WHERE organization = json_extract(NEW.envelope, '$.fence.organization') AND term = json_extract(NEW.envelope, '$.fence.term'));
    SELECT RAISE(ABORT, 'The organization was claimed by a later activation than this one.')
    WHERE EXISTS (
        SELECT 1 FROM term
        WHERE organization = json_extract(NEW.envelope, '$.claim.organization') AND term >= json_extract(NEW.envelope, '$.claim.term'));
    INSERT INTO term (organization, term)
    SELECT json_extract(NEW.envelope, '$.claim.organization'), json_extract(NEW.envelope, '$.claim.term')
    WHERE json_extract(NEW.envelope, '$.claim') IS NOT NULL
    ON CONFLICT (organization) DO UPDATE SET term = excluded.term;
    INSERT INTO audit (id, organization, at, actor, kind, target, before, after, reason, operation_id, fingerprint)
    SELECT
        json_extract(e.value, '$.id'), json_extract(e.value, '$.organization'), json_extract(e.value, '$.at'),
        json_extract(e.value, '$.actor'), json_extract(e.value, '$.kind'), json_extract(e.value, '$.target'),
        json_extract(e.value, '$.before'), json_extract(e.value, '$.after'), json_extract(e.value, '$.reason'),
        json_extract(e.value, '$.operation_id'), json_extract(e.value, '$.fingerprint')
    FROM json_each(NEW.envelope, '$.audit') AS e ORDER BY e.key;
    UPDATE state SET envelope = NULL WHERE kind = NEW.kind AND id = NEW.id;
END;

INSERT INTO orleansquery (querykey, querytext) VALUES
-- A key without a slash is null here: nothing is found by it, and nothing can be written under it.
('WriteToStorageKey', '
    INSERT INTO state (kind, id, version, payload, unfinished, modified_at, envelope)
    SELECT
        @GrainTypeString,
        CASE WHEN substr(@GrainIdExtensionString, 1, 1) = ''/'' THEN substr(@GrainIdExtensionString, 2) END,
        coalesce(@GrainStateVersion, 0) + 1,
        CAST(json_extract(CAST(@PayloadBinary AS TEXT), ''$.state'') AS BLOB),
        coalesce(json_extract(CAST(@PayloadBinary AS TEXT), ''$.unfinished''), 0),
        strftime(''%Y-%m-%d %H:%M:%f'', ''now''),
        CAST(@PayloadBinary AS TEXT)
    WHERE @GrainStateVersion IS NULL OR EXISTS (
        SELECT 1 FROM state WHERE kind = @GrainTypeString AND id = substr(@GrainIdExtensionString, 2))
    ON CONFLICT (kind, id) DO UPDATE SET
        version = excluded.version, payload = excluded.payload, unfinished = excluded.unfinished,
        modified_at = excluded.modified_at, envelope = excluded.envelope
    WHERE state.version = @GrainStateVersion;
    SELECT coalesce(@GrainStateVersion, 0) + 1 AS NewGrainStateVersion WHERE changes() > 0'),

('ReadFromStorageKey', '
    SELECT payload AS PayloadBinary, version AS Version
    FROM state
    WHERE kind = @GrainTypeString
      AND id = CASE WHEN substr(@GrainIdExtensionString, 1, 1) = ''/'' THEN substr(@GrainIdExtensionString, 2) END'),

('ClearStorageKey', '
    UPDATE state
    SET payload = NULL, unfinished = 0, version = version + 1, modified_at = strftime(''%Y-%m-%d %H:%M:%f'', ''now'')
    WHERE kind = @GrainTypeString
      AND id = CASE WHEN substr(@GrainIdExtensionString, 1, 1) = ''/'' THEN substr(@GrainIdExtensionString, 2) END
      AND version = @GrainStateVersion;
    SELECT @GrainStateVersion + 1 AS NewGrainStateVersion WHERE changes() > 0'),

('DeleteStorageKey', '
    DELETE FROM state
    WHERE kind = @GrainTypeString
      AND id = CASE WHEN substr(@GrainIdExtensionString, 1, 1) = ''/'' THEN substr(@GrainIdExtensionString, 2) END
      AND version = @GrainStateVersion;
    SELECT @GrainStateVersion + 1 AS NewGrainStateVersion WHERE changes() > 0');
