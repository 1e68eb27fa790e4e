CREATE TABLE reminder (
    service    varchar(150) NOT NULL,
    grain      varchar(512) NOT NULL,
    name       varchar(150) NOT NULL,
    start_time timestamptz  NOT NULL,
    period     bigint       NOT NULL,
    grain_hash integer      NOT NULL,
    version    integer      NOT NULL,
    PRIMARY KEY (service, grain, name)
);

CREATE INDEX reminder_by_hash ON reminder (service, grain_hash);

INSERT INTO orleansquery (querykey, querytext) VALUES
('UpsertReminderRowKey', '
    INSERT INTO reminder (service, grain, name, start_time, period, grain_hash, version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    ON CONFLICT (service, grain, name) DO UPDATE SET
        start_time = excluded.start_time, period = excluded.period, grain_hash = excluded.grain_hash,
        version = reminder.version + 1
    RETURNING version AS Version'),

('ReadReminderRowsKey', '
    SELECT grain AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM reminder WHERE service = @ServiceId AND grain = @GrainId'),

('ReadReminderRowKey', '
    SELECT grain AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM reminder WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName'),

-- The hashes are the provider's unsigned ones, stored as signed. The first asks for a range, the second for one across the ring's end.
('ReadRangeRows1Key', '
    SELECT grain AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM reminder WHERE service = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash'),

('ReadRangeRows2Key', '
    SELECT grain AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM reminder WHERE service = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)'),

('DeleteReminderRowKey', '
    WITH gone AS (
        DELETE FROM reminder
        WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName AND version = @Version
        RETURNING 1)
    SELECT count(*)::integer FROM gone'),

('DeleteReminderRowsKey', '
    DELETE FROM reminder WHERE service = @ServiceId');
