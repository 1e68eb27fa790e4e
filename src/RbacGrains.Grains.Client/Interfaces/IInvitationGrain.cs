namespace RbacGrains.Grains;

/// <summary>One invitation, by its id, as the invited person meets it.</summary>
/// <remarks>The aliases are the identity on the wire: a type or method may be renamed, its alias never, nor its parameters.</remarks>
[Alias("rbac.invitation")]
public interface IInvitationGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="IInvitation.Show"/>
    [Alias("Show")]
    ValueTask<Result<InvitationOffer>> Show(string token, CancellationToken cancellationToken);

    /// <inheritdoc cref="IInvitation.Accept"/>
    [Alias("Accept")]
    ValueTask<Result<MemberView>> Accept(string token, string user, string email, CancellationToken cancellationToken);

    /// <inheritdoc cref="IInvitation.Decline"/>
    [Alias("Decline")]
    ValueTask<Result<InvitationView>> Decline(string token, string user, string email, CancellationToken cancellationToken);
}
