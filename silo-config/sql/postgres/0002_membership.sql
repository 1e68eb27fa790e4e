-- Which nodes a cluster has. Every change of them counts the cluster's version up, and names the version it was made from.
CREATE TABLE cluster (
    deployment_id text COLLATE "C" PRIMARY KEY,
    version       integer     NOT NULL DEFAULT 0,
    modified_at   timestamptz NOT NULL DEFAULT now()
);

-- status as Orleans counts it: 3 is active, 6 is dead.
CREATE TABLE silo (
    deployment_id text COLLATE "C" NOT NULL REFERENCES cluster ON DELETE CASCADE,
    address       text COLLATE "C" NOT NULL,
    port          integer     NOT NULL,
    generation    integer     NOT NULL,
    name          text        NOT NULL,
    host          text        NOT NULL,
    status        integer     NOT NULL,
    proxy_port    integer     NOT NULL,
    suspect_times text,
    started_at    timestamptz NOT NULL,
    alive_at      timestamptz NOT NULL,
    PRIMARY KEY (deployment_id, address, port, generation)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', $$
WITH made AS (
    INSERT INTO cluster (deployment_id) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1
)
SELECT count(*)::integer FROM made
$$),
-- The cluster's row is what concurrent changes wait for: whoever comes second finds another version, and changes nothing.
('InsertMembershipKey', $$
WITH counted AS (
    UPDATE cluster SET version = version + 1, modified_at = now()
    WHERE deployment_id = @DeploymentId AND version = @Version AND NOT EXISTS (
        SELECT 1 FROM silo
        WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING deployment_id
), made AS (
    INSERT INTO silo (deployment_id, address, port, generation, name, host, status, proxy_port, started_at, alive_at)
    SELECT deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    FROM counted
    RETURNING 1
)
SELECT count(*)::integer FROM made
$$),
('UpdateMembershipKey', $$
WITH counted AS (
    UPDATE cluster SET version = version + 1, modified_at = now()
    WHERE deployment_id = @DeploymentId AND version = @Version AND EXISTS (
        SELECT 1 FROM silo
        WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING deployment_id
), changed AS (
    UPDATE silo SET status = @Status, suspect_times = @SuspectTimes, alive_at = @IAmAliveTime
    FROM counted
    WHERE silo.deployment_id = counted.deployment_id AND address = @Address AND port = @Port AND generation = @Generation
    RETURNING 1
)
SELECT count(*)::integer FROM changed
$$),
('UpdateIAmAlivetimeKey', $$
UPDATE silo SET alive_at = @IAmAliveTime
WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$$),
-- A cluster without such a node still answers with its version.
('MembershipReadRowKey', $$
SELECT c.deployment_id AS DeploymentId, s.address AS Address, s.port AS Port, s.generation AS Generation, s.name AS SiloName,
       s.host AS HostName, s.status AS Status, s.proxy_port AS ProxyPort, s.suspect_times AS SuspectTimes,
       s.started_at AS StartTime, s.alive_at AS IAmAliveTime, c.version AS Version
FROM cluster c
LEFT JOIN silo s ON s.deployment_id = c.deployment_id AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
WHERE c.deployment_id = @DeploymentId
$$),
('MembershipReadAllKey', $$
SELECT c.deployment_id AS DeploymentId, s.address AS Address, s.port AS Port, s.generation AS Generation, s.name AS SiloName,
       s.host AS HostName, s.status AS Status, s.proxy_port AS ProxyPort, s.suspect_times AS SuspectTimes,
       s.started_at AS StartTime, s.alive_at AS IAmAliveTime, c.version AS Version
FROM cluster c
LEFT JOIN silo s ON s.deployment_id = c.deployment_id
WHERE c.deployment_id = @DeploymentId
$$),
('GatewaysQueryKey', $$
SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
FROM silo
WHERE deployment_id = @DeploymentId AND status = @Status AND proxy_port > 0
$$),
('CleanupDefunctSiloEntriesKey', $$
DELETE FROM silo WHERE deployment_id = @DeploymentId AND alive_at < @IAmAliveTime AND status <> 3
$$),
('DeleteMembershipTableEntriesKey', $$
DELETE FROM cluster WHERE deployment_id = @DeploymentId
$$);
