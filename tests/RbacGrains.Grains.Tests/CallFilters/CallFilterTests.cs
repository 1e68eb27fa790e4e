using RbacGrains.Client;

namespace RbacGrains.Grains.Tests.CallFilters;

/// <summary>A call reaches a grain exactly when the acting user may make it.</summary>
public sealed class CallFilterTests(GuardedCluster cluster) : IClassFixture<GuardedCluster>
{
    private const string Document = "acme/plan";

    public static TheoryData<string, Func<IGrainFactory, Task<string?>>, string?, bool> Calls => new()
    {
        { "a method that needs nothing", grains => grains.GetGrain<IDocumentGrain>(Document).Open(), null, true },
        { "an interface's method", grains => grains.GetGrain<IDocumentGrain>(Document).Read(), "alice", true },
        { "an interface's method", grains => grains.GetGrain<IDocumentGrain>(Document).Read(), "bob", false },
        { "an interface's method", grains => grains.GetGrain<IDocumentGrain>(Document).Read(), "olga", false },
        { "an interface's method", grains => grains.GetGrain<IDocumentGrain>("other/plan").Read(), "olga", true },
        { "a key without a slash", grains => grains.GetGrain<IDocumentGrain>("other").Read(), "olga", true },
        { "a class's method", grains => grains.GetGrain<IDocumentGrain>(Document).Rename(), "alice", true },
        { "a class's method", grains => grains.GetGrain<IDocumentGrain>(Document).Rename(), "paul", false },
        { "an area", grains => grains.GetGrain<IDocumentGrain>(Document).Edit(), "alice", true },
        { "an area", grains => grains.GetGrain<IDocumentGrain>(Document).Edit(), "paul", false },
        { "two actions", grains => grains.GetGrain<IDocumentGrain>(Document).Both(), "paul", true },
        { "two actions", grains => grains.GetGrain<IDocumentGrain>(Document).Both(), "alice", false },
        { "either action", grains => grains.GetGrain<IDocumentGrain>(Document).Either(), "alice", true },
        { "either action", grains => grains.GetGrain<IDocumentGrain>(Document).Either(), "paul", true },
        { "either action", grains => grains.GetGrain<IDocumentGrain>(Document).Either(), "bob", false },
        { "a policy by its name", grains => grains.GetGrain<IDocumentGrain>(Document).Named(), "paul", true },
        { "a policy by its name", grains => grains.GetGrain<IDocumentGrain>(Document).Named(), "alice", false },
        { "a parameter", grains => grains.GetGrain<IDocumentGrain>(Document).Copy("x", "other", null), "olga", true },
        { "a parameter", grains => grains.GetGrain<IDocumentGrain>(Document).Copy("x", "other", null), "alice", false },
        { "a project", grains => grains.GetGrain<IDocumentGrain>(Document).Copy("x", "acme", "p"), "petra", true },
        { "a project", grains => grains.GetGrain<IDocumentGrain>(Document).Copy("x", "acme", "q"), "petra", false },
        { "an interface", grains => grains.GetGrain<IBoardGrain>("acme/board").Look(), "paul", true },
        { "an interface", grains => grains.GetGrain<IBoardGrain>("acme/board").Look(), "bob", false },
        { "an inherited method", grains => grains.GetGrain<IBoardGrain>("acme/board").Pin(), "paul", true },
        { "an inherited method", grains => grains.GetGrain<IBoardGrain>("acme/board").Pin(), "bob", false },
        { "a base interface", grains => grains.GetGrain<IPinnable>("acme/board").Pin(), "paul", true },
        { "a base interface", grains => grains.GetGrain<IPinnable>("acme/board").Pin(), "bob", false },
        { "a class", grains => grains.GetGrain<ILedgerGrain>(GuardedCluster.Ledger).Look(), "alice", true },
        { "a class", grains => grains.GetGrain<ILedgerGrain>(GuardedCluster.Ledger).Look(), "olga", false },
        { "a key of two parts", grains => grains.GetGrain<IShelfGrain>(7, "other/shelf").Look(), "olga", true },
        { "a key of two parts", grains => grains.GetGrain<IShelfGrain>(7, "other/shelf").Look(), "alice", false },
    };

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public async Task A_call_is_let_through_when_the_acting_user_holds_what_is_required(
        string where, Func<IGrainFactory, Task<string?>> call, string? user, bool allowed)
    {
        if (allowed)
        {
            Assert.Equal(user, await cluster.As(user, call));
            return;
        }
        var denied = await Assert.ThrowsAsync<PermissionDeniedException>(() => cluster.As(user, call));
        Assert.True(denied is { Code: ErrorCodes.PermissionDenied, Status: 403 } && denied.User == user, where);
    }

    [Fact]
    public async Task Where_the_caller_acts_is_asked_only_of_what_says_so()
    {
        using (ActingUser.Act("petra", "acme", "p"))
        {
            Assert.Equal("petra", await cluster.Grains.GetGrain<ICounterGrain>(7).Add());
            await Denied("petra", grains => grains.GetGrain<IDocumentGrain>("other/plan").Read());
        }
        using (ActingUser.Act("petra", "acme", "q")) await Denied("petra", grains => grains.GetGrain<ICounterGrain>(7).Add());
        using (ActingUser.Act("petra"))
            Assert.Equal(DenialCodes.OrganizationRequired, (await Denied("petra", grains => grains.GetGrain<ICounterGrain>(7).Add())).Code);
    }

    [Fact]
    public async Task A_denial_says_what_who_and_where_across_the_wire()
    {
        var denied = await Denied("petra", grains => grains.GetGrain<IDocumentGrain>(Document).Copy("x", "acme", "q"));

        Assert.Equal(
            (ErrorCodes.PermissionDenied, "files:write", "acme", "q", "petra", 403),
            (denied.Code, denied.Action, denied.Organization, denied.Project, denied.User, denied.Status));
        Assert.Equal("'petra' may not 'files:write' in 'acme'.", denied.Message);
    }

    [Fact]
    public async Task A_denial_has_the_status_of_the_organizations_model()
    {
        var denied = await Denied("lena", grains => grains.GetGrain<IBoardGrain>("letters/board").Look());
        Assert.Equal(403, denied.Status);
        Assert.Equal(ErrorCodes.UnknownAction, denied.Code);

        denied = await Denied("lena", grains => grains.GetGrain<IAgentsGrain>("letters").Delete());
        Assert.Equal((ErrorCodes.PermissionDenied, 401), (denied.Code, denied.Status));
    }

    [Fact]
    public async Task Nobody_is_let_through_who_has_no_name()
    {
        var denied = await Denied(null, grains => grains.GetGrain<IDocumentGrain>(Document).Read());

        Assert.Equal((DenialCodes.Unauthenticated, "files:read", 401), (denied.Code, denied.Action, denied.Status));
    }

    [Theory]
    [InlineData("not an id")]
    [InlineData("")]
    public async Task An_acting_user_that_is_no_id_is_let_through_nowhere(string user) =>
        await Denied(user, grains => grains.GetGrain<IDocumentGrain>(Document).Read());

    [Fact]
    public async Task Nobody_is_let_through_where_no_organization_is_known()
    {
        var ofANumber = await Denied("alice", grains => grains.GetGrain<ICounterGrain>(7).Look());
        var ofNobody = await Denied("alice", grains => grains.GetGrain<ILedgerGrain>(Guid.Empty).Look());
        var ofNull = await Denied("alice", grains => grains.GetGrain<IDocumentGrain>(Document).Copy("x", null!, null));
        var ofASlash = await Denied("alice", grains => grains.GetGrain<IDocumentGrain>("/acme").Read());

        Assert.All([ofANumber, ofNobody, ofNull, ofASlash], denied => Assert.Equal(DenialCodes.OrganizationRequired, denied.Code));
    }

    [Fact]
    public async Task Nobody_is_let_through_into_an_organization_that_does_not_exist()
    {
        var denied = await Denied("alice", grains => grains.GetGrain<IDocumentGrain>("nowhere/plan").Read());

        Assert.Equal(ErrorCodes.OrganizationNotFound, denied.Code);
    }

    [Fact]
    public async Task An_action_that_the_model_does_not_have_lets_nobody_through()
    {
        var denied = await Denied("owner", grains => grains.GetGrain<IDocumentGrain>(Document).Unknown());

        Assert.Equal(ErrorCodes.UnknownAction, denied.Code);
    }

    [Fact]
    public async Task An_attribute_that_cannot_be_what_it_says_lets_nobody_through()
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(
            () => cluster.As("owner", grains => grains.GetGrain<IDocumentGrain>(Document).Wrong(7)));

        Assert.Contains("must stand on one parameter, of type string", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_let_through_while_no_answer_can_be_had()
    {
        var unavailable = await Assert.ThrowsAsync<PermissionUnavailableException>(
            () => cluster.As("alice", grains => grains.GetGrain<IDocumentGrain>(GuardedCluster.Unreachable).Read()));

        Assert.Equal(ErrorCodes.GridUnavailable, unavailable.Code);
    }

    [Fact]
    public async Task A_revoked_user_is_let_through_no_more()
    {
        var acme = cluster.Cluster.Grid.Organization("acme");
        (await acme.PutMember(ChangeContext.Service, "rita", new MemberAssignment { Role = "writer" }, default)).Require();
        Assert.Equal("rita", await cluster.As("rita", grains => grains.GetGrain<IDocumentGrain>(Document).Read()));

        (await acme.RemoveMember(ChangeContext.Service, "rita", default)).Require();

        await Denied("rita", grains => grains.GetGrain<IDocumentGrain>(Document).Read());
    }

    private Task<PermissionDeniedException> Denied(string? user, Func<IGrainFactory, Task<string?>> call) =>
        Assert.ThrowsAsync<PermissionDeniedException>(() => cluster.As(user, call));
}
