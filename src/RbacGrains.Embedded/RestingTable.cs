using System.Collections.Concurrent;
using RbacGrains.Core;

namespace RbacGrains.Embedded;

/// <summary>The one object of each content that users at rest share.</summary>
internal sealed class RestingTable
{
    /// <summary>How many different contents are known; with more the table begins anew, and whoever shares one goes on sharing it.</summary>
    private const int Most = 1 << 16;

    private readonly ConcurrentDictionary<RestingMembership, RestingMembership> _known = new();
    private int _count;

    /// <summary>What rests of a user.</summary>
    /// <param name="state">The user's state; null for none.</param>
    /// <returns>
    /// The content and, where there is one membership, its version. Null for a service account: the uses of its keys are written without anybody
    /// waiting for it, so its actor must be the only one there is, and stays.
    /// </returns>
    public (Resting Content, long Version)? Of(UserState? state)
    {
        if (state is null or { Memberships.IsEmpty: true }) return (Resting.Nobody, 0);
        foreach (var membership in state.Memberships)
            if (membership.Account is not null) return null;
        return state.Memberships is [var only]
            ? (Share(only), only.Access.Version)
            : (new RestingMemberships([.. state.Memberships.Select(membership => (Share(membership), membership.Access.Version))]), 0);
    }

    private RestingMembership Share(Membership membership)
    {
        var content = RestingMembership.Of(membership);
        if (_known.TryGetValue(content, out var shared)) return shared;
        // Counted apart, since the dictionary takes all its locks to count. Nearly right is right enough.
        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            Volatile.Write(ref _count, 1);
        }
        return _known.GetOrAdd(content, content);
    }
}
