-- Keys compare as bytes, whatever the database's language.
CREATE TABLE state (
    kind       text COLLATE "C" NOT NULL,
    id         text COLLATE "C" NOT NULL,
    version    bigint  NOT NULL,
    payload    bytea   NOT NULL,
    unfinished boolean NOT NULL,
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
