namespace RbacGrains.Core;

/// <summary>A user as other actors meet them.</summary>
public interface IUserActor : IUser
{
    /// <summary>The membership in an organization of that incarnation; null when there is none.</summary>
    ValueTask<Membership?> ReadMembership(string organization, long incarnation, CancellationToken cancellationToken);

    /// <summary>Whether a membership that came of this invitation has ended.</summary>
    ValueTask<bool> HasSpent(string invitation, CancellationToken cancellationToken);

    /// <summary>Reads anew what is stored: a change that was found to be made may have been made behind this actor.</summary>
    ValueTask Refresh();

    /// <summary>Writes a membership. Only its organization calls this, one at a time for each user.</summary>
    /// <returns>The membership as written; null when it was ended.</returns>
    /// <exception cref="InvalidOperationException">The membership is not at the version that was judged.</exception>
    ValueTask<Membership?> WriteMembership(MembershipWrite write);
}
