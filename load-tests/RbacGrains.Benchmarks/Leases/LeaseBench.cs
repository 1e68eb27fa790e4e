using System.Globalization;
using RbacGrains.Client;

namespace RbacGrains.Benchmarks;

/// <summary>A client of a registry in this process, whose users all hold the same.</summary>
internal static class LeaseBench
{
    /// <summary>A user's id, as long as an e-mail address.</summary>
    public static string User(int number) => string.Create(CultureInfo.InvariantCulture, $"user{number:D7}@example.com");

    /// <summary>A client that may hold that many.</summary>
    public static LeasedGrid Grid(int most)
    {
        var registry = new LeaseRegistry(new Everybody(), new LeaseOptions(), TimeProvider.System);
        return new LeasedGrid(new NoGrid(), new LocalLeaseSource(registry, Everybody.Models), new LeasedGridOptions { MostHeld = most });
    }

    /// <summary>Everybody is an editor, everywhere; each membership has a text of its own, as if it came over a wire.</summary>
    private sealed class Everybody : ILeaseRecords
    {
        public static readonly ModelCatalog Models = ShippedModels.Load();

        private readonly Policy _policy = new(Models.Find("letta")!, "enterprise");

        public TimeSpan Longest => TimeSpan.MaxValue;

        public ValueTask Announce(TimeSpan lease, CancellationToken cancellationToken) => default;

        public ValueTask<IReadOnlyList<Membership?>> ReadMemberships(
            string user, IReadOnlyList<string> organizations, CancellationToken cancellationToken) =>
            new([.. organizations.Select(organization => new Membership
            {
                Organization = organization,
                Incarnation = 7,
                Access = new Access { Role = new string("editor".AsSpan()) },
                JoinedAt = DateTimeOffset.UnixEpoch,
            })]);

        public ValueTask<Result<OrganizationPolicy>> ReadPolicy(string organization, CancellationToken cancellationToken) =>
            new(new OrganizationPolicy(_policy, 7));

        public ValueTask<Error?> JudgeReader(Caller caller, string organization, CancellationToken cancellationToken) => default;
    }
}
