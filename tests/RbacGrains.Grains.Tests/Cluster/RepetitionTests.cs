using System.Collections.Immutable;

namespace RbacGrains.Grains.Tests.Cluster;

/// <summary>
/// The write of a silo that was given up may be made behind the activation that has taken its place. Whoever repeats the change is answered
/// only when what was written is what is answered from.
/// </summary>
public sealed class RepetitionTests
{
    [Fact]
    public async Task A_change_that_was_made_behind_the_activation_is_seen_once_its_repetition_is_acknowledged()
    {
        await using var cluster = await GridCluster.Start();
        var acme = cluster.Grid.Organization("acme");
        (await acme.Create(ChangeContext.Service, new CreateOrganization("Acme", ContractModels.Workshop, "enterprise", "owner"), default)).Require();
        (await acme.PutMember(ChangeContext.Service, "alice", new MemberAssignment { Role = "writer" }, default)).Require();
        var change = ChangeContext.Service with { OperationId = "op" };
        (await acme.PatchMember(change, "alice", new MemberPatch { Role = "guest" }, default)).Require();
        await WriteBehind(cluster, "alice", "partner");
        Assert.Equal("guest", (await acme.GetMember(Caller.Service, "alice", default)).Require().Access.Role);

        var repeated = (await acme.PatchMember(change, "alice", new MemberPatch { Role = "guest" }, default)).Require();

        Assert.Equal("partner", repeated.Access.Role);
        Assert.Equal("partner", (await acme.GetMember(Caller.Service, "alice", default)).Require().Access.Role);
    }

    private static async Task WriteBehind(GridCluster cluster, string user, string role)
    {
        var grain = cluster.Silos.Client.GetGrain<IUserGrain>(user).GetGrainId();
        var record = cluster.On<GrainHost>(0).State<UserState>("user", grain);
        var state = (await record.Read(default))!;
        var memberships = state.Memberships.Select(membership => membership with { Access = membership.Access with { Role = role } });
        await record.Write(state with { Memberships = memberships.ToImmutableArray() }, unfinished: false, []);
    }
}
