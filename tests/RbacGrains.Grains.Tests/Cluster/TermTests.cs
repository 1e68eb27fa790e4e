using RbacGrains.Grains.Leases;

namespace RbacGrains.Grains.Tests.Cluster;

/// <summary>What an organization's activation has judged is not written any more once another one coordinates its members.</summary>
public sealed class TermTests : IAsyncLifetime
{
    private GridCluster? _started;

    private GridCluster Cluster => _started!;

    private static CancellationToken None => CancellationToken.None;

    private IOrganization Acme => Cluster.Grid.Organization("acme");

    public async Task InitializeAsync()
    {
        _started = await GridCluster.Start();
        (await Acme.Create(ChangeContext.Service, new CreateOrganization("Acme", ContractModels.Workshop, "enterprise", "owner"), None)).Require();
    }

    public Task DisposeAsync() => Cluster.DisposeAsync().AsTask();

    [Fact]
    public async Task A_write_in_an_earlier_term_is_refused_and_leaves_nothing()
    {
        await Put("alice", "writer");
        var earlier = await ClaimElsewhere();
        await ClaimElsewhere();

        var stale = await Write("alice", "guest", earlier);

        Assert.IsType<TermLostException>(stale);
        Assert.Equal("writer", (await Acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
    }

    [Fact]
    public async Task A_write_in_the_present_term_is_made()
    {
        await Put("alice", "writer");
        var present = await ClaimElsewhere();

        Assert.Null(await Write("alice", "guest", present));

        Assert.Equal("guest", (await Acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
    }

    [Fact]
    public async Task An_activation_that_was_replaced_gives_way_to_one_that_claims_anew()
    {
        await Put("alice", "writer");
        await ClaimElsewhere();

        // The activation that lost its term finds out by its next write, and is gone after it.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await Acme.PatchMember(ChangeContext.Service, "alice", new MemberPatch { Role = "guest" }, None)).Succeeded)
            patience.Token.ThrowIfCancellationRequested();

        Assert.Equal("guest", (await Acme.GetMember(Caller.Service, "alice", None)).Require().Access.Role);
    }

    private async Task Put(string user, string role) =>
        (await Acme.PutMember(ChangeContext.Service, user, new MemberAssignment { Role = role }, None)).Require();

    /// <summary>Claims the organization as an activation on another silo would that believes the present one to be dead.</summary>
    private async Task<Fence> ClaimElsewhere()
    {
        var grain = Cluster.Silos.Client.GetGrain<IOrganizationGrain>("acme").GetGrainId();
        var record = Cluster.On<GrainHost>(0).State<OrganizationState>("organization", grain);
        return (await new OrganizationTerm(record).Claim())!.Value;
    }

    private async Task<Exception?> Write(string user, string role, Fence fence)
    {
        var incarnation = (await Cluster.On<PolicyHolder>(0).Get("acme", None)).Require().Incarnation;
        var peer = Cluster.Silos.Client.GetGrain<IUserPeer>(user);
        var present = (await peer.ReadMembership("acme", incarnation, None))!;
        var next = present with { Access = present.Access with { Role = role } };
        return await Record.ExceptionAsync(() => peer.WriteMembership(
            new MembershipWrite("acme", incarnation, present.Access.Version, next, []) { Fence = fence }).AsTask());
    }
}
