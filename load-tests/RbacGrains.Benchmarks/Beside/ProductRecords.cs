namespace RbacGrains.Benchmarks;

/// <summary>A product's organization and users, as leases are granted on them.</summary>
internal sealed class ProductRecords(Product product) : ILeaseRecords
{
    private const long Incarnation = 7;

    private readonly Dictionary<string, Access> _accesses = product.Users.ToDictionary(user => user.Id, user => user.Access, StringComparer.Ordinal);

    public TimeSpan Longest => TimeSpan.MaxValue;

    public ValueTask Announce(TimeSpan lease, CancellationToken cancellationToken) => default;

    public ValueTask<IReadOnlyList<Membership?>> ReadMemberships(
        string user, IReadOnlyList<string> organizations, CancellationToken cancellationToken) =>
        new([.. organizations.Select(organization => new Membership
        {
            Organization = organization,
            Incarnation = Incarnation,
            Access = _accesses[user],
            JoinedAt = DateTimeOffset.UnixEpoch,
        })]);

    public ValueTask<Result<OrganizationPolicy>> ReadPolicy(string organization, CancellationToken cancellationToken) =>
        new(new OrganizationPolicy(product.Policy, Incarnation));

    public ValueTask<Error?> JudgeReader(Caller caller, string organization, CancellationToken cancellationToken) => default;
}
