using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>What the invited person is shown: an offer to answer, or an end.</summary>
/// <param name="Offer">The offer; null where there is none that could be read.</param>
/// <param name="End">Why there is nothing to answer; null while there is.</param>
/// <param name="Words">What the offer gives, in words.</param>
/// <param name="IsEverything">Whether it gives everything.</param>
internal sealed record OfferView(InvitationOffer? Offer, OfferEnd? End, ImmutableArray<OfferGroup> Words, bool IsEverything)
{
    /// <summary>Reads it by the token of the link that was opened last.</summary>
    public static async Task<OfferView> Read(ConsoleSession session, ModelCatalog models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(models);
        if (session.InvitationToken is not { } token) return Ended(null, OfferEnd.Missing);
        var id = InvitationToken.InvitationOf(token);
        var shown = id is not null && Identifier.IsValid(id)
            ? await session.Grid.Invitation(id).Show(token, cancellationToken)
            : Errors.InvitationTokenInvalid();
        if (!shown.Succeeded)
            return Ended(null, OfferEnd.Of(shown.Error, null, session) ?? Broken(shown.Error));
        var offer = shown.Value;
        if (OfferEnd.Of(offer, session) is { } end) return Ended(offer, end);
        var organizations = await session.Grid.User(session.User).ListOrganizations(cancellationToken);
        if (organizations.Contains(offer.Invitation.Organization)) return Ended(offer, OfferEnd.Member(offer));
        var model = models.Find(offer.Model);
        return new OfferView(
            offer, null, model is null ? [] : OfferWords.Of(model, offer.Permissions), model?.FindRole(offer.Invitation.Role)?.IsAdmin is true);
    }

    private static OfferView Ended(InvitationOffer? offer, OfferEnd end) => new(offer, end, [], false);

    private static OfferEnd Broken(Error error)
    {
        var words = ErrorWords.Of(error);
        return new("error", words.Title, words.Text, "") { CanTryAgain = true };
    }
}
