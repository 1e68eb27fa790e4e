using Microsoft.Data.Sqlite;

namespace RbacGrains.Grains.Tests.Cluster;

/// <summary>A record that cannot be read is told as what it is, and answers nothing.</summary>
public sealed class UnreadableRecordTests
{
    [Fact]
    public async Task Whose_record_is_damaged_gets_no_answer_and_everybody_else_theirs()
    {
        await using var cluster = await GridCluster.Start();
        var acme = cluster.Grid.Organization("acme");
        (await acme.Create(ChangeContext.Service, new CreateOrganization("Acme", ContractModels.Workshop, "enterprise", "owner"), default)).Require();
        foreach (var user in new[] { "alice", "bob" })
            (await acme.PutMember(ChangeContext.Service, user, new MemberAssignment { Role = "writer" }, default)).Require();
        await cluster.Kill();
        await Damage(cluster.Database, "alice");
        await cluster.Deploy();

        var failure = await Assert.ThrowsAsync<UnreadableRecordException>(async () => await cluster.Grid.User("alice").Check("acme", "files:share"));

        Assert.StartsWith("The state record 'user/alice' cannot be read", failure.Message, StringComparison.Ordinal);
        Assert.True((await cluster.Grid.User("bob").Check("acme", "files:share")).Succeeded);
    }

    private static async Task Damage(string database, string user)
    {
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE state SET payload = CAST('{\"memberships\":7}' AS BLOB) WHERE kind = 'user' AND id = $id";
        command.Parameters.AddWithValue("$id", user);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
