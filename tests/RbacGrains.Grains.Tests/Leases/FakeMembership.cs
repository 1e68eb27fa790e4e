using System.Collections.Immutable;
using System.Net;

namespace RbacGrains.Grains.Tests.Leases;

/// <summary>A membership table, and what a silo knows of it.</summary>
internal sealed class FakeMembership : IMembershipTable, IClusterMembershipService
{
    private readonly List<Tuple<MembershipEntry, string>> _entries = [];

    public int Reads { get; private set; }

    public Exception? Failure { get; set; }

    /// <summary>Runs when the table is read.</summary>
    public Action OnRead { get; set; } = () => { };

    public ClusterMembershipSnapshot CurrentSnapshot { get; private set; } =
        new(ImmutableDictionary<SiloAddress, ClusterMember>.Empty, new MembershipVersion(1));

    public IAsyncEnumerable<ClusterMembershipSnapshot> MembershipUpdates => throw new NotSupportedException();

    public static SiloAddress Silo(int port, int generation = 1) => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, port), generation);

    public void Put(SiloAddress silo, SiloStatus status, DateTimeOffset alive, SiloAddress? suspect = null, DateTimeOffset? suspected = null)
    {
        _entries.RemoveAll(entry => entry.Item1.SiloAddress.Equals(silo));
        _entries.Add(Tuple.Create(
            new MembershipEntry
            {
                SiloAddress = silo,
                Status = status,
                IAmAliveTime = alive.UtcDateTime,
                SuspectTimes = suspect is null ? null : [Tuple.Create(suspect, (suspected ?? alive).UtcDateTime)],
            },
            ""));
    }

    /// <summary>Lets the silo see that there is another version.</summary>
    public void Tell() => CurrentSnapshot = new(CurrentSnapshot.Members, new MembershipVersion(CurrentSnapshot.Version.Value + 1));

    public Task<MembershipTableData> ReadAll()
    {
        Reads++;
        OnRead();
        return Failure is null
            ? Task.FromResult(new MembershipTableData(_entries.ToList(), new TableVersion(1, "")))
            : Task.FromException<MembershipTableData>(Failure);
    }

    public Task<MembershipTableData> ReadRow(SiloAddress key) => throw new NotSupportedException();

    public Task InitializeMembershipTable(bool tryInitTableVersion) => throw new NotSupportedException();

    public Task DeleteMembershipTableEntries(string clusterId) => throw new NotSupportedException();

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) => throw new NotSupportedException();

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => throw new NotSupportedException();

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => throw new NotSupportedException();

    public Task UpdateIAmAlive(MembershipEntry entry) => throw new NotSupportedException();

    public ValueTask Refresh(MembershipVersion minimumVersion = default, CancellationToken cancellationToken = default) => default;

    public Task<bool> TryKill(SiloAddress siloAddress) => throw new NotSupportedException();
}
