using Microsoft.Data.Sqlite;

namespace RbacGrains.Grains.Tests.Cluster;

/// <summary>What a lost silo has left half-way is finished without anybody asking for it.</summary>
public sealed class RecoveryTests
{
    [Fact]
    public async Task An_acceptance_that_was_begun_is_finished()
    {
        await using var cluster = await GridCluster.Start();
        var acme = cluster.Grid.Organization("acme");
        (await acme.Create(ChangeContext.Service, new CreateOrganization("Acme", ContractModels.Workshop, "enterprise", "owner"), default)).Require();
        var issued = (await acme.Invite(ChangeContext.By("owner"), new InviteMember { Email = "a@example.com", Role = "writer" }, default)).Require();
        await Begin(cluster, issued.Invitation.Id, "alice");

        await cluster.Silos.Client.GetGrain<IRecoveryGrain>(IRecoveryGrain.TheOne).Start();

        Assert.Equal("writer", (await cluster.Grid.Organization("acme").GetMember(Caller.Service, "alice", default)).Require().Access.Role);
        Assert.Equal(
            InvitationStatus.Accepted,
            (await cluster.Grid.Organization("acme").GetInvitation(Caller.Service, issued.Invitation.Id, default)).Require().Status);
    }

    /// <summary>Leaves the record as a silo does that dies behind the first write of an acceptance, a while ago.</summary>
    private static async Task Begin(GridCluster cluster, string invitation, string user)
    {
        var grain = cluster.Silos.Client.GetGrain<IInvitationGrain>(invitation).GetGrainId();
        var record = cluster.On<GrainHost>(0).State<InvitationState>("invitation", grain);
        var state = (await record.Read(default))!;
        await cluster.Kill();
        await cluster.Deploy();
        record = cluster.On<GrainHost>(0).State<InvitationState>("invitation", grain);
        await record.Write(state with { AcceptedBy = user }, unfinished: true, []);
        await using var connection = new SqliteConnection(cluster.Database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE state SET modified_at = modified_at - 60000 WHERE unfinished";
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
