namespace RbacGrains.Contract.Tests;

/// <summary>What every suite starts from: a host of its own, and short words for what tests do most.</summary>
public abstract class ContractSuite : IAsyncLifetime
{
    private IGridHost? _host;

    protected static CancellationToken None => CancellationToken.None;

    protected IGridHost Host => _host!;

    protected IGrid Grid => Host.Grid;

    protected ManualClock Clock => Host.Clock;

    public async Task InitializeAsync() => _host = await StartHost();

    public async Task DisposeAsync() => await Host.DisposeAsync();

    protected abstract Task<IGridHost> StartHost();

    /// <summary>An organization on a model's enterprise plan, owned by <c>owner</c>.</summary>
    protected async Task<IOrganization> Organization(string id, string model, string plan = "enterprise")
    {
        var organization = Grid.Organization(id);
        (await organization.Create(ChangeContext.Service, new CreateOrganization($"The {id}", model, plan, "owner"), None)).Require();
        return organization;
    }

    protected static async Task<MemberView> Member(
        IOrganization organization, string user, string role, params (string On, string Level)[] grants) =>
        (await organization.PutMember(ChangeContext.Service, user, new MemberAssignment { Role = role, Grants = Given(grants) }, None))
            .Require().Value;

    protected async Task<bool> Allowed(string user, string organization, string action, string? project = null) =>
        (await Grid.User(user).Check(organization, action, project)).Require().Allowed;

    protected static Grants Given(params (string On, string Level)[] grants) =>
        Grants.Of(grants.Select(grant => KeyValuePair.Create(grant.On, grant.Level)));

    protected static void Fails<T>(string code, Result<T> result)
    {
        Assert.NotNull(result);
        Assert.True(!result.Succeeded, $"Expected {code}, but it succeeded with {result.Value}.");
        Assert.Equal(code, result.Error.Code);
    }
}
