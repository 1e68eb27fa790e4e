-- Keys compare as bytes, whatever the database's language. payload is null once the state was cleared.
CREATE TABLE state (
    kind        text COLLATE "C" NOT NULL,
    id          text COLLATE "C" NOT NULL,
    version     integer     NOT NULL,
    payload     bytea,
    unfinished  boolean     NOT NULL,
    modified_at timestamptz NOT NULL,
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

-- Which of an organization's activations may write: the one that claimed the highest term.
CREATE TABLE term (
    organization text COLLATE "C" PRIMARY KEY,
    term         bigint NOT NULL
);

-- Writes a record from its envelope, with its audit entries, all or nothing. Answers with the new version; null when the
-- record is not at the expected one. It fails with RB001 when the writer's term is over, RB002 for a key that does not begin
-- with '/', RB003 for a payload without a state, and RB004 where a transaction would see an old term.
CREATE FUNCTION write_state(_kind text, _key text, _expected integer, _payload bytea) RETURNS integer LANGUAGE plpgsql AS $write$
DECLARE
    _envelope record;
    _organization text;
    _term bigint;
    _found bigint;
    _version integer;
BEGIN
    IF _key IS NULL OR left(_key, 1) <> '/' THEN
        RAISE EXCEPTION 'the key of % is %, which does not begin with ''/''; only keys of RbacGrains'' grains are stored here',
            _kind, coalesce(quote_literal(_key), 'a number or a GUID') USING ERRCODE = 'RB002';
    END IF;

    -- One pass over the text, which leaves the state's own text as it is.
    SELECT * INTO _envelope
    FROM json_to_record(convert_from(_payload, 'UTF8')::json)
        AS e (state json, unfinished boolean, audit json, fence json, claim json);
    IF _envelope.state IS NULL THEN
        RAISE EXCEPTION 'the payload of %/% has no state', _kind, substr(_key, 2) USING ERRCODE = 'RB003';
    END IF;

    -- A write that has returned is on disk, also where the role or the database gives that away; what is stronger stays.
    IF current_setting('synchronous_commit') = 'off' THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;

    IF _envelope.claim IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(_envelope.claim ->> 'organization', 1380073795));
    END IF;

    IF _envelope.fence IS NOT NULL THEN
        -- Each statement of this function sees what was committed before it began, but in READ COMMITTED only. So the term
        -- is read by a statement of its own, after the lock: a claim that was made while we waited for it is seen, and none
        -- can be made from here until we have committed.
        IF current_setting('transaction_isolation') <> 'read committed' THEN
            RAISE EXCEPTION 'a fenced write needs READ COMMITTED; reset default_transaction_isolation of the role and the database'
                USING ERRCODE = 'RB004';
        END IF;
        _organization := _envelope.fence ->> 'organization';
        _term := _envelope.fence ->> 'term';
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(_organization, 1380073795));
        SELECT t.term INTO _found FROM term t WHERE t.organization = _organization;
        IF _found <> _term THEN
            RAISE EXCEPTION 'organization % is coordinated by a newer activation (term %, not %)', _organization, _found, _term
                USING ERRCODE = 'RB001';
        END IF;
    END IF;

    IF _expected IS NULL THEN
        INSERT INTO state (kind, id, version, payload, unfinished, modified_at)
        VALUES (_kind, substr(_key, 2), 1, convert_to(_envelope.state::text, 'UTF8'), coalesce(_envelope.unfinished, false), clock_timestamp())
        ON CONFLICT (kind, id) DO NOTHING
        RETURNING version INTO _version;
    ELSE
        UPDATE state
        SET version = _expected + 1, payload = convert_to(_envelope.state::text, 'UTF8'),
            unfinished = coalesce(_envelope.unfinished, false), modified_at = clock_timestamp()
        WHERE kind = _kind AND id = substr(_key, 2) AND version = _expected
        RETURNING version INTO _version;
    END IF;
    IF _version IS NULL THEN RETURN NULL; END IF;

    IF _envelope.claim IS NOT NULL THEN
        _organization := _envelope.claim ->> 'organization';
        _term := _envelope.claim ->> 'term';
        INSERT INTO term AS t (organization, term) VALUES (_organization, _term)
        ON CONFLICT (organization) DO UPDATE SET term = excluded.term WHERE t.term < excluded.term;
        IF NOT FOUND THEN
            SELECT t.term INTO _found FROM term t WHERE t.organization = _organization;
            RAISE EXCEPTION 'organization % is coordinated by a newer activation (term %, not %)', _organization, _found, _term
                USING ERRCODE = 'RB001';
        END IF;
    END IF;

    IF _envelope.audit IS NOT NULL THEN
        INSERT INTO audit (id, organization, at, actor, kind, target, before, after, reason, operation_id, fingerprint)
        SELECT e.id, e.organization, e.at, e.actor, e.kind, e.target, e.before, e.after, e.reason, e.operation_id, e.fingerprint
        FROM ROWS FROM (json_to_recordset(_envelope.audit) AS (
            id text, organization text, at bigint, actor text, kind text, target text, before text, after text, reason text,
            operation_id text, fingerprint text)) WITH ORDINALITY AS e (
            id, organization, at, actor, kind, target, before, after, reason, operation_id, fingerprint, position)
        ORDER BY e.position;
    END IF;

    RETURN _version;
END
$write$;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('WriteToStorageKey', $$
SELECT write_state(@GrainTypeString, @GrainIdExtensionString, @GrainStateVersion, @PayloadBinary) AS NewGrainStateVersion
$$),
('ReadFromStorageKey', $$
SELECT payload AS PayloadBinary, version AS Version
FROM state
WHERE kind = @GrainTypeString AND id = substr(@GrainIdExtensionString, 2) AND left(@GrainIdExtensionString, 1) = '/'
$$),
('ClearStorageKey', $$
UPDATE state SET payload = NULL, unfinished = false, version = version + 1, modified_at = clock_timestamp()
WHERE kind = @GrainTypeString AND id = substr(@GrainIdExtensionString, 2) AND left(@GrainIdExtensionString, 1) = '/'
  AND version = @GrainStateVersion
RETURNING version AS NewGrainStateVersion
$$),
('DeleteStorageKey', $$
DELETE FROM state
WHERE kind = @GrainTypeString AND id = substr(@GrainIdExtensionString, 2) AND left(@GrainIdExtensionString, 1) = '/'
  AND version = @GrainStateVersion
RETURNING version + 1 AS NewGrainStateVersion
$$);
