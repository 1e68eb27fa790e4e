using System.Collections.Immutable;

namespace RbacGrains.Core.Tests;

/// <summary>A registry with the default lease of five seconds, and short words for what its clients do.</summary>
public abstract class LeaseTest
{
    private long _sequence;

    internal SteppedTime Time { get; } = new();

    internal MemoryRecords Records { get; } = new();

    internal LeaseRegistry Registry => field ??= Made(new LeaseOptions());

    internal LeaseRegistry Made(LeaseOptions options) => new(Records, options, Time);

    internal async Task<ILeaseSession> Opened(NotingHolder holder, string? user = null) =>
        (await Registry.Open(new Caller(user), holder, default)).Require();

    internal async Task<Result<LeaseAnswer>> Acquire(ILeaseSession session, string user, params string[] policies) =>
        await session.Acquire(new LeaseRequest(++_sequence, [new AccessKey(user, "acme")], [.. policies]), default);

    internal long Sequence => _sequence;

    internal static async Task<Result<TimeSpan>> Renewed(ILeaseSession session, long acknowledged = 0) =>
        await session.Renew(new LeaseRenewal(acknowledged), default);

    internal Task RecalledUser(string user) => Registry.RecallUser(user).AsTask();

    internal Task RecalledOrganization(string organization) => Registry.RecallOrganization(organization).AsTask();

    internal void Advance(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    internal static ImmutableArray<string> Ids(params string[] ids) => [.. ids];
}
