namespace RbacGrains.Core;

/// <summary>One invitation, as the invited person meets it. Whoever has the token may answer it, once.</summary>
public interface IInvitation
{
    /// <summary>What the invitation offers, also when it can no longer be answered. It changes nothing.</summary>
    /// <param name="token">The invitation's token.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns><c>organization_not_found</c> when the organization is no more.</returns>
    ValueTask<Result<InvitationOffer>> Show(string token, CancellationToken cancellationToken);

    /// <summary>Makes the user a member with what the invitation promises. Accepting twice is one membership.</summary>
    /// <param name="token">The invitation's token.</param>
    /// <param name="user">The user who accepts.</param>
    /// <param name="email">The e-mail address that the user has proved; it must be the invited one, letter case aside.</param>
    /// <param name="cancellationToken">Stops waiting; what was begun is finished all the same.</param>
    ValueTask<Result<MemberView>> Accept(string token, string user, string email, CancellationToken cancellationToken);

    /// <summary>Ends the invitation without a membership; declining again changes nothing.</summary>
    /// <inheritdoc cref="Accept" path="/param"/>
    ValueTask<Result<InvitationView>> Decline(string token, string user, string email, CancellationToken cancellationToken);
}
