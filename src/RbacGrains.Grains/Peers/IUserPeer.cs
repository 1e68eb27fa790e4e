using System.Collections.Immutable;

namespace RbacGrains.Grains;

/// <summary>A user's grain as other grains meet it, see <see cref="IUserActor"/>.</summary>
[Alias("rbac.user_peer")]
internal interface IUserPeer : IGrainWithStringKey
{
    /// <inheritdoc cref="IUserActor.ReadMembership"/>
    [Alias("ReadMembership")]
    ValueTask<Membership?> ReadMembership(string organization, long incarnation, CancellationToken cancellationToken);

    /// <inheritdoc cref="IUserActor.HasSpent"/>
    [Alias("HasSpent")]
    ValueTask<bool> HasSpent(string invitation, CancellationToken cancellationToken);

    /// <inheritdoc cref="IUserActor.Refresh"/>
    [Alias("Refresh")]
    ValueTask Refresh();

    /// <inheritdoc cref="IUserActor.WriteMembership"/>
    [Alias("WriteMembership")]
    ValueTask<Membership?> WriteMembership(MembershipWrite write);

    /// <summary>What the user holds in some organizations, for the clients of a silo, from which every change is recalled from now on.</summary>
    /// <returns>As many as organizations, in their order; null where the user is no member.</returns>
    [Alias("LeaseMemberships")]
    ValueTask<ImmutableArray<Membership?>> LeaseMemberships(
        SiloAddress silo, ImmutableArray<string> organizations, CancellationToken cancellationToken);
}
