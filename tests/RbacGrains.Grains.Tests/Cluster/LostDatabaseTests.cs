using Microsoft.Data.Sqlite;

namespace RbacGrains.Grains.Tests.Cluster;

/// <summary>What the database refuses is told as such, also from within a grain.</summary>
public sealed class LostDatabaseTests
{
    [Fact]
    public async Task An_audit_log_that_cannot_be_read_is_unavailable()
    {
        await using var cluster = await GridCluster.Start(silos: 1);
        var acme = cluster.Grid.Organization("acme");
        (await acme.Create(ChangeContext.Service, new CreateOrganization("Acme", ContractModels.Workshop, "enterprise", "owner"), default)).Require();
        await using var connection = new SqliteConnection(cluster.Database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE audit RENAME TO lost";
        await command.ExecuteNonQueryAsync();

        var grain = cluster.Silos.Client.GetGrain<IOrganizationGrain>("acme");

        await Assert.ThrowsAsync<GridStorageException>(
            () => grain.ReadAudit(Caller.Service, new AuditQuery(), new PageRequest(), default).AsTask());
    }
}
