-- Keys compare as bytes, whatever the database's language.
CREATE TABLE state (
    kind        text COLLATE "C" NOT NULL,
    id          text COLLATE "C" NOT NULL,
    version     integer     NOT NULL,
    payload     bytea,
    unfinished  boolean     NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (kind, id)
);

CREATE INDEX state_unfinished ON state (kind, id) WHERE unfinished;

-- at: 100-nanosecond ticks since 0001-01-01 UTC.
CREATE TABLE audit (
    seq          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           text COLLATE "C" NOT NULL UNIQUE,
    organization text COLLATE "C" NOT NULL,
    at           bigint NOT NULL,
    actor        text COLLATE "C",
    kind         text COLLATE "C" NOT NULL,
    target       text COLLATE "C" NOT NULL,
    before       text,
    after        text,
    reason       text,
    operation_id text COLLATE "C",
    fingerprint  text
);

CREATE INDEX audit_organization ON audit (organization, seq);

CREATE INDEX audit_operation ON audit (organization, operation_id) WHERE operation_id IS NOT NULL;

-- The activations of an organization that have claimed it. Writes that an earlier one has judged are refused.
CREATE TABLE term (
    organization text COLLATE "C" PRIMARY KEY,
    term         bigint NOT NULL
);

-- Keys come behind a slash: without it the provider would take keys apart that look like numbers.
CREATE FUNCTION state_id(key text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF key IS NULL OR left(key, 1) <> '/' THEN
        RAISE EXCEPTION 'The key of a record begins with a slash, which ''%'' does not: this table is for the grid''s own grains.', key;
    END IF;
    RETURN substr(key, 2);
END $$;

-- Writes a record with everything that belongs to it: the envelope holds the state, whether it is unfinished, the audit entries of
-- the change, the term in which it was judged (fence), or the term that it begins (claim). Answers with the record's new version, or
-- with nothing when it was not at the expected one; then nothing is written at all.
--
-- Every statement sees what was committed before it (READ COMMITTED), so the term that is read behind the lock is the present one, and
-- stays so until this transaction ends: a claim waits for the writes under way, and they end before it.
CREATE FUNCTION write_state(_kind text, _key text, _expected integer, _envelope bytea) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    _id       text := state_id(_key);
    _write    record;
    _present  bigint;
    _written  integer;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'Records are written at READ COMMITTED: set default_transaction_isolation to it for this role and database.';
    END IF;
    -- What is acknowledged is durable, also where the role or the database is set not to wait for the disk.
    IF current_setting('synchronous_commit') = 'off' THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;

    SELECT * INTO STRICT _write FROM json_to_record(convert_from(_envelope, 'UTF8')::json)
        AS envelope (state json, unfinished boolean, audit json, fence json, claim json);

    -- The locks come first, so that whoever waits for one holds no row that another waits for.
    IF _write.claim IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(_write.claim ->> 'organization', 1380073795));
    ELSIF _write.fence IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(_write.fence ->> 'organization', 1380073795));
        SELECT t.term INTO _present FROM term t WHERE t.organization = _write.fence ->> 'organization';
        IF _present IS DISTINCT FROM (_write.fence ->> 'term')::bigint THEN
            RAISE EXCEPTION 'The organization ''%'' is coordinated by a later activation: its term is %, not %.',
                _write.fence ->> 'organization', _present, _write.fence ->> 'term' USING ERRCODE = 'RB001';
        END IF;
    END IF;

    IF _expected IS NULL THEN
        INSERT INTO state (kind, id, version, payload, unfinished)
        VALUES (_kind, _id, 1, convert_to(_write.state::text, 'UTF8'), coalesce(_write.unfinished, false))
        ON CONFLICT DO NOTHING
        RETURNING version INTO _written;
    ELSE
        UPDATE state SET
            version = version + 1,
            payload = convert_to(_write.state::text, 'UTF8'),
            unfinished = coalesce(_write.unfinished, false),
            modified_at = now()
        WHERE kind = _kind AND id = _id AND version = _expected
        RETURNING version INTO _written;
    END IF;
    IF _written IS NULL THEN
        RETURN NULL;
    END IF;

    IF _write.claim IS NOT NULL THEN
        INSERT INTO term AS t (organization, term) VALUES (_write.claim ->> 'organization', (_write.claim ->> 'term')::bigint)
        ON CONFLICT (organization) DO UPDATE SET term = excluded.term WHERE t.term < excluded.term;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'The organization ''%'' was claimed by a later activation than this one.', _write.claim ->> 'organization'
                USING ERRCODE = 'RB001';
        END IF;
    END IF;

    IF _write.audit IS NOT NULL THEN
        INSERT INTO audit (id, organization, at, actor, kind, target, before, after, reason, operation_id, fingerprint)
        SELECT
            e ->> 'id', e ->> 'organization', (e ->> 'at')::bigint, e ->> 'actor', e ->> 'kind', e ->> 'target', e ->> 'before',
            e ->> 'after', e ->> 'reason', e ->> 'operation_id', e ->> 'fingerprint'
        FROM json_array_elements(_write.audit) WITH ORDINALITY AS entries (e, position)
        ORDER BY position;
    END IF;
    RETURN _written;
END $$;

INSERT INTO orleansquery (querykey, querytext) VALUES
('WriteToStorageKey', '
    SELECT write_state(@GrainTypeString, @GrainIdExtensionString, @GrainStateVersion, @PayloadBinary) AS NewGrainStateVersion'),

('ReadFromStorageKey', '
    SELECT payload AS PayloadBinary, version AS Version
    FROM state WHERE kind = @GrainTypeString AND id = state_id(@GrainIdExtensionString)'),

('ClearStorageKey', '
    UPDATE state SET payload = NULL, unfinished = false, version = version + 1, modified_at = now()
    WHERE kind = @GrainTypeString AND id = state_id(@GrainIdExtensionString) AND version = @GrainStateVersion
    RETURNING version AS NewGrainStateVersion'),

('DeleteStorageKey', '
    DELETE FROM state
    WHERE kind = @GrainTypeString AND id = state_id(@GrainIdExtensionString) AND version = @GrainStateVersion
    RETURNING version + 1 AS NewGrainStateVersion');
