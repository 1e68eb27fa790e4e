-- period: milliseconds. A reminder is found by its grain, or with all others of a range of hashes.
CREATE TABLE reminder (
    service_id text COLLATE "C" NOT NULL,
    grain_id   text COLLATE "C" NOT NULL,
    name       text COLLATE "C" NOT NULL,
    start_at   timestamptz NOT NULL,
    period     bigint      NOT NULL,
    grain_hash integer     NOT NULL,
    version    integer     NOT NULL,
    PRIMARY KEY (service_id, grain_id, name)
);

CREATE INDEX reminder_hash ON reminder (service_id, grain_hash);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('UpsertReminderRowKey', $$
INSERT INTO reminder AS r (service_id, grain_id, name, start_at, period, grain_hash, version)
VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
ON CONFLICT (service_id, grain_id, name) DO UPDATE
SET start_at = excluded.start_at, period = excluded.period, grain_hash = excluded.grain_hash, version = r.version + 1
RETURNING version AS Version
$$),
('ReadReminderRowsKey', $$
SELECT grain_id AS GrainId, name AS ReminderName, start_at AS StartTime, period AS Period, version AS Version
FROM reminder WHERE service_id = @ServiceId AND grain_id = @GrainId
$$),
('ReadReminderRowKey', $$
SELECT grain_id AS GrainId, name AS ReminderName, start_at AS StartTime, period AS Period, version AS Version
FROM reminder WHERE service_id = @ServiceId AND grain_id = @GrainId AND name = @ReminderName
$$),
('ReadRangeRows1Key', $$
SELECT grain_id AS GrainId, name AS ReminderName, start_at AS StartTime, period AS Period, version AS Version
FROM reminder WHERE service_id = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash
$$),
-- A range that goes past the greatest hash and on from the smallest.
('ReadRangeRows2Key', $$
SELECT grain_id AS GrainId, name AS ReminderName, start_at AS StartTime, period AS Period, version AS Version
FROM reminder WHERE service_id = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)
$$),
('DeleteReminderRowKey', $$
WITH gone AS (
    DELETE FROM reminder
    WHERE service_id = @ServiceId AND grain_id = @GrainId AND name = @ReminderName AND version = @Version
    RETURNING 1
)
SELECT count(*)::integer FROM gone
$$),
('DeleteReminderRowsKey', $$
DELETE FROM reminder WHERE service_id = @ServiceId
$$);
