namespace RbacGrains.Core.Tests;

/// <summary>The records of a few users and organizations, which a test changes and holds back.</summary>
internal sealed class MemoryRecords : ILeaseRecords
{
    public static readonly AuthorizationModel Model = ShippedModels.Load().Find("letta")!;

    public Dictionary<string, Membership> Users { get; } = [];

    public Dictionary<string, OrganizationPolicy> Organizations { get; } = [];

    /// <summary>What readings wait for, after they were read.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Organizations whose members an acting user may not see.</summary>
    public HashSet<string> Hidden { get; } = [];

    public List<TimeSpan> Announced { get; } = [];

    public TimeSpan Longest { get; set; } = TimeSpan.MaxValue;

    public ValueTask Announce(TimeSpan lease, CancellationToken cancellationToken)
    {
        Announced.Add(lease);
        return default;
    }

    public async ValueTask<IReadOnlyList<Membership?>> ReadMemberships(
        string user, IReadOnlyList<string> organizations, CancellationToken cancellationToken)
    {
        var held = Users.GetValueOrDefault(user);
        await Gate;
        return [.. organizations.Select(organization => held?.Organization == organization ? held : null)];
    }

    public async ValueTask<Result<OrganizationPolicy>> ReadPolicy(string organization, CancellationToken cancellationToken)
    {
        var policy = Organizations.GetValueOrDefault(organization);
        await Gate;
        return policy is null ? Errors.OrganizationNotFound(organization) : policy;
    }

    public ValueTask<Error?> JudgeReader(Caller caller, string organization, CancellationToken cancellationToken) =>
        new(Hidden.Contains(organization) ? Errors.PermissionDenied(Model, null) : null);

    public void Join(string user, string role, long version = 1) => Users[user] = new Membership
    {
        Organization = "acme",
        Incarnation = 7,
        Access = new Access { Role = role, Version = version },
        JoinedAt = DateTimeOffset.UnixEpoch,
    };
}

/// <summary>A client that notes what it is told to drop.</summary>
internal sealed class NotingHolder(bool dropsAtOnce = false) : ILeaseHolder
{
    public List<LeaseDrop> Drops { get; } = [];

    public bool IsInProcess { get; init; }

    public bool Drop(LeaseDrop drop)
    {
        Drops.Add(drop);
        return dropsAtOnce;
    }
}
