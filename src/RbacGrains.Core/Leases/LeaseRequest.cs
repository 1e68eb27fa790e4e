using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>What a client wants to hold; at most <see cref="LeaseOptions.MostItems"/> accesses and policies together.</summary>
/// <param name="Sequence">Counts the client's requests, from 1, in the order in which it makes them.</param>
/// <param name="Accesses">Of which users it wants to know what they hold, and where.</param>
/// <param name="Policies">The organizations whose policies it does not hold yet.</param>
public sealed record LeaseRequest(long Sequence, ImmutableArray<AccessKey> Accesses, ImmutableArray<string> Policies);

/// <summary>Names what one user holds in one organization.</summary>
/// <param name="User">The user.</param>
/// <param name="Organization">The organization.</param>
public readonly record struct AccessKey(string User, string Organization);

/// <summary>What a client says when it renews its lease.</summary>
/// <param name="Acknowledged">The number of the last drop that it has carried out, and all before it; 0 for none.</param>
/// <param name="Released">What it holds no longer of its own accord; null for nothing.</param>
public sealed record LeaseRenewal(long Acknowledged, LeaseRelease? Released = null)
{
    /// <summary>How many ids one release may have.</summary>
    public const int MostReleased = 10_000;
}

/// <summary>What a client holds no longer of its own accord.</summary>
/// <param name="AsOf">
/// The <see cref="LeaseRequest.Sequence"/> of the last request that it had made then: what was asked for again since is still held.
/// </param>
/// <param name="Users">Users of whom it holds nothing.</param>
/// <param name="Organizations">Organizations whose policies it does not hold.</param>
public sealed record LeaseRelease(long AsOf, ImmutableArray<string> Users, ImmutableArray<string> Organizations);
