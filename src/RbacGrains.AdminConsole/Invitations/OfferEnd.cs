namespace RbacGrains.AdminConsole;

/// <summary>Why there is nothing to accept, or not any more, and what to do then.</summary>
/// <param name="Icon">The name of a Material Symbol.</param>
/// <param name="Title">What the matter is.</param>
/// <param name="Text">What that means.</param>
/// <param name="Next">What to do.</param>
internal sealed record OfferEnd(string Icon, string Title, string Text, string Next)
{
    /// <summary>The organization that the person can open; null for none.</summary>
    public string? Organization { get; init; }

    /// <summary>Whether another account may help.</summary>
    public bool CanChangeAccount { get; init; }

    /// <summary>Whether it can still be declined.</summary>
    public bool CanDecline { get; init; }

    /// <summary>Whether it may work in a moment.</summary>
    public bool CanTryAgain { get; init; }

    /// <summary>The person has come without a link, or long after.</summary>
    public static OfferEnd Missing { get; } = new(
        "link_off", "No invitation is open here", "This page belongs to the link of an invitation, and remembers it for an hour.",
        "Open the link that you were given once more.");

    /// <summary>The person has accepted just now.</summary>
    public static OfferEnd Joined(InvitationOffer offer) => new(
        "celebration", $"Welcome to {offer.OrganizationName}", $"You are a member as {offer.RoleTitle}.", "")
    { Organization = offer.Invitation.Organization };

    /// <summary>The person has declined just now.</summary>
    public static OfferEnd Declined(InvitationOffer offer) => new(
        "do_not_disturb_on", "You have declined", $"You do not join {offer.OrganizationName}, and the link does not work any more.",
        "If you change your mind, ask for a new invitation.");

    /// <summary>The person is a member already.</summary>
    public static OfferEnd Member(InvitationOffer offer) => new(
        "how_to_reg", $"You are a member of {offer.OrganizationName} already",
        "The invitation would give you nothing: what you hold is changed by an administrator, on your page.",
        "Go on to the organization; you can decline the invitation, so that nobody waits for it.")
    { Organization = offer.Invitation.Organization, CanDecline = true };

    /// <summary>What stands in the way as the offer says itself; null when nothing does.</summary>
    public static OfferEnd? Of(InvitationOffer offer, ConsoleSession session)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(session);
        var by = offer.Invitation.InvitedBy ?? "an administrator";
        return offer.Invitation.Status switch
        {
            InvitationStatus.Expired => new(
                "schedule", "The invitation has expired", $"It could be accepted until {Plain.Moment(offer.Invitation.ExpiresAt)}.",
                $"Ask {by} for a new link to {offer.OrganizationName}."),
            InvitationStatus.Revoked => new(
                "block", "The invitation was taken back", $"An administrator of {offer.OrganizationName} has revoked it.",
                $"Ask {by} for a new one if you think that was a mistake."),
            InvitationStatus.Declined => new(
                "do_not_disturb_on", "The invitation was declined", "Each invitation is answered once.",
                $"Ask {by} for a new one if you have changed your mind."),
            InvitationStatus.Accepted when offer.Invitation.AcceptedBy == session.User => new(
                "how_to_reg", "You have accepted this invitation", $"You have joined {offer.OrganizationName} by it.", "Go on to the organization.")
            { Organization = offer.Invitation.Organization },
            InvitationStatus.Accepted => new(
                "person_off", "The invitation was used", "Somebody else has accepted it, and each works once.",
                $"If it was you, sign in as you did then. Otherwise tell {by}: a link has come into the wrong hands.")
            { CanChangeAccount = true },
            _ => Pending(offer, session, by),
        };
    }

    /// <summary>Why an answer was refused, where that ends it; null where the person may try again.</summary>
    public static OfferEnd? Of(Error error, InvitationOffer? offer, ConsoleSession session)
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(session);
        var by = offer?.Invitation.InvitedBy ?? "whoever invited you";
        return error.Code switch
        {
            ErrorCodes.InvitationTokenInvalid => new(
                "link_off", "This link does not work", "It is incomplete, or a newer one was made in its stead.",
                $"Copy the whole link of the latest message into the address bar, or ask {by} for a new one."),
            ErrorCodes.OrganizationNotFound => new(
                "domain_disabled", "The organization is gone", "It was deleted after you were invited.", $"Ask {by} where to go instead."),
            ErrorCodes.AlreadyMember when offer is not null => Member(offer),
            ErrorCodes.InviterNotPermitted => new(
                "no_accounts", "The invitation promises too much", "Whoever sent it may no longer give what it promises, so it cannot be accepted as it is.",
                $"Ask another administrator{(offer is null ? "" : $" of {offer.OrganizationName}")} to invite you."),
            ErrorCodes.RoleNotInPlan or ErrorCodes.UnknownRole => NotOffered(offer, by),
            ErrorCodes.InvitationEmailMismatch => Mismatch(offer, session),
            ErrorCodes.InvitationExpired or ErrorCodes.InvitationRevoked or ErrorCodes.InvitationDeclined or ErrorCodes.InvitationAccepted =>
                Words(error, $"Ask {by} for a new one."),
            ErrorCodes.GridUnavailable or ErrorCodes.ModelUnavailable or ErrorCodes.OutcomeUnknown =>
                Words(error, "Accepting twice is one membership, so it does no harm to try again.") with { CanTryAgain = true },
            _ => null,
        };
    }

    private static OfferEnd? Pending(InvitationOffer offer, ConsoleSession session, string by) =>
        session.Email is null
            ? new(
                "mark_email_unread", "Your address is not proved",
                $"The invitation is for {offer.Invitation.Email}. You are signed in as {session.User}, and your sign-in does not say that this address is yours.",
                "Sign in with an account that has this address and has verified it. If yours has, ask whoever runs this service to have it told (Rbac:SignIn:Scopes).")
            { CanChangeAccount = true }
        : !string.Equals(session.Email, offer.Invitation.Email, StringComparison.OrdinalIgnoreCase) ? Mismatch(offer, session)
        : offer.Offered ? null
        : NotOffered(offer, by);

    private static OfferEnd Mismatch(InvitationOffer? offer, ConsoleSession session) => new(
        "alternate_email", "The invitation is for another address",
        offer is null ? "It is for another address than yours." : $"It is for {offer.Invitation.Email}, and you are signed in as {session.Email ?? session.User}.",
        $"Sign in with the address that was invited, or ask {offer?.Invitation.InvitedBy ?? "whoever invited you"} to invite the one that you use.")
    { CanChangeAccount = true };

    private static OfferEnd NotOffered(InvitationOffer? offer, string by) => new(
        "workspace_premium", "The role is not on offer any more",
        offer is null ? "The organization's plan does not offer it." : $"{offer.OrganizationName} is on a plan that does not offer the role {offer.RoleTitle}.",
        $"Ask {by} for an invitation with another role.");

    private static OfferEnd Words(Error error, string next)
    {
        var words = ErrorWords.Of(error);
        return new("error", words.Title, words.Text, next);
    }
}
