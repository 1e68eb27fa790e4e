using System.Collections.Immutable;

namespace RbacGrains.Contract.Tests;

/// <summary>What every suite starts from: a host of its own, and short words for what tests do most.</summary>
public abstract class ContractSuite : IAsyncLifetime
{
    // Long past any wait that ends at all: who exceeds it waits for ever.
    private static readonly TimeSpan Deadlock = TimeSpan.FromSeconds(120);

    private IGridHost? _host;

    protected static CancellationToken None => CancellationToken.None;

    protected static ChangeContext Service => ChangeContext.Service;

    protected IGridHost Host => _host!;

    protected IGrid Grid => Host.Grid;

    protected ManualClock Clock => Host.Clock;

    public async Task InitializeAsync() => _host = await StartHost();

    public async Task DisposeAsync() => await Host.DisposeAsync();

    protected abstract Task<IGridHost> StartHost();

    /// <summary>An organization on a model's enterprise plan, owned by <c>owner</c>.</summary>
    protected async Task<IOrganization> Organization(string id, string model = ContractModels.Workshop, string plan = "enterprise")
    {
        (await Grid.Organization(id).Create(Service, new CreateOrganization($"The {id}", model, plan, "owner"), None)).Require();
        return Grid.Organization(id);
    }

    protected static Task<MemberView> Member(
        IOrganization organization, string user, string role, params (string On, string Level)[] grants) =>
        Member(organization, user, new MemberAssignment { Role = role, Grants = Given(grants) });

    protected static async Task<MemberView> Member(IOrganization organization, string user, MemberAssignment assignment) =>
        (await organization.PutMember(Service, user, assignment, None)).Require().Value;

    protected static async Task<MemberView> Patched(IOrganization organization, string user, MemberPatch patch) =>
        (await organization.PatchMember(Service, user, patch, None)).Require();

    protected static async Task<IssuedInvitation> Invited(
        IOrganization organization, string email = "alice@example.com", string role = "writer", string by = "owner") =>
        (await organization.Invite(By(by), new InviteMember { Email = email, Role = role }, None)).Require();

    protected Task<Result<MemberView>> Accept(IssuedInvitation issued, string user = "alice", string email = "alice@example.com") =>
        Grid.Invitation(issued.Invitation.Id).Accept(issued.Token, user, email, None).AsTask();

    protected async Task<bool> Allowed(string user, string organization, string action, string? project = null) =>
        (await Grid.User(user).Check(organization, action, project)).Require().Allowed;

    protected async Task<DecisionReason> Reason(string user, string organization, string action, string? project = null) =>
        (await Grid.User(user).Check(organization, action, project)).Require().Reason;

    protected static Task<ImmutableArray<MemberView>> Members(IOrganization organization, MemberFilter? filter = null, int size = 100) =>
        Pages.All(page => organization.ListMembers(Caller.Service, filter ?? new MemberFilter(), page, None), size);

    protected static Task<ImmutableArray<AuditEntry>> Audit(IOrganization organization, AuditQuery? query = null) =>
        Pages.All(page => organization.ReadAudit(Caller.Service, query ?? new AuditQuery(), page, None));

    protected static ChangeContext By(string user) => ChangeContext.By(user);

    protected static Grants Given(params (string On, string Level)[] grants) =>
        Grants.Of(grants.Select(grant => KeyValuePair.Create(grant.On, grant.Level)));

    protected static MemberPatch Granting(params (string On, string? Level)[] grants) => new()
    {
        Grants = grants.ToImmutableSortedDictionary(grant => grant.On, grant => grant.Level, StringComparer.Ordinal),
    };

    protected static UpdateOrganization To(string plan, params (string From, string To)[] reassign) => new(Plan: plan)
    {
        Reassign = reassign.ToImmutableSortedDictionary(role => role.From, role => role.To, StringComparer.Ordinal),
    };

    /// <summary>Starts all of them together, each on a thread of its own choice.</summary>
    protected static async Task<T[]> AtOnce<T>(params Func<Task<T>>[] calls)
    {
        using var start = new Barrier(Math.Min(calls.Length, 2));
        return await Task.WhenAll(calls.Select((call, index) => Task.Run(() =>
        {
            if (index < start.ParticipantCount) start.SignalAndWait();
            return call();
        }))).WaitAsync(Deadlock);
    }

    protected static void Fails<T>(string code, Result<T> result)
    {
        Assert.NotNull(result);
        Assert.True(!result.Succeeded, $"Expected {code}, but it succeeded with {result.Value}.");
        Assert.Equal(code, result.Error.Code);
    }
}
