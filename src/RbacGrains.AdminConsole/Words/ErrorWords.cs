namespace RbacGrains.AdminConsole;

/// <summary>An expected failure in words for people.</summary>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Text">What it means and what to do, in a sentence or two.</param>
public sealed record ErrorWords(string Title, string Text)
{
    /// <summary>The words for an error; for one that nobody has put into words, its own.</summary>
    public static ErrorWords Of(Error error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Code switch
        {
            ErrorCodes.OrganizationNotFound => new("There is no such organization", "It does not exist, or you are not a member of it."),
            ErrorCodes.MemberNotFound => new("Not a member", "This person is not, or no longer, a member of the organization."),
            ErrorCodes.AlreadyMember => new("Already a member", "This person is a member of the organization already."),
            ErrorCodes.LastAdmin => new("An admin has to stay",
                "The organization would be left without an active admin. Make somebody else an admin first."),
            ErrorCodes.PermissionDenied => new("You may not do this", error.Message),
            ErrorCodes.GrantExceedsOwn => new("More than you hold yourself", error.Message),
            ErrorCodes.SubAreaAboveParent => new("Higher than its area", error.Message),
            ErrorCodes.RoleNotInPlan => new("Not part of your plan", error.Message),
            ErrorCodes.PlanStrandsMembers => new("Members hold what the plan does not offer", error.Message),
            ErrorCodes.VersionMismatch => new("Changed by somebody else",
                "Somebody has changed this since you opened it. Nothing of yours was saved; look at their change and decide again."),
            ErrorCodes.InvitationExpired => new("The invitation has expired", "Ask whoever invited you to send it again."),
            ErrorCodes.InvitationRevoked => new("The invitation was taken back", "Ask an administrator for a new one if you think that was a mistake."),
            ErrorCodes.InvitationDeclined => new("The invitation was declined", "Ask an administrator for a new one if you have changed your mind."),
            ErrorCodes.InvitationAccepted => new("The invitation was used", "Somebody has accepted it before. Each invitation works once."),
            ErrorCodes.InvitationEmailMismatch => new("For another address", "The invitation is for another e-mail address than yours."),
            ErrorCodes.InvitationTokenInvalid => new("This link does not work", "It is incomplete, or was replaced by a newer invitation. Use the latest e-mail."),
            ErrorCodes.InvitationNotFound => new("There is no such invitation", "It does not exist in this organization."),
            ErrorCodes.InviterNotPermitted => new("The invitation promises too much", error.Message),
            ErrorCodes.EmailDomainNotAllowed => new("Address not admitted", error.Message),
            ErrorCodes.ApiKeyNotFound => new("There is no such key", "It was deleted, or never existed in this organization."),
            ErrorCodes.TooManyApiKeys => new("Too many keys", error.Message),
            ErrorCodes.ServiceAccountNotFound => new("There is no such service account", "It was deleted, or never existed in this organization."),
            ErrorCodes.ModelUnavailable => new("Not available here", "This service cannot evaluate the organization's model at the moment. Try again later."),
            ErrorCodes.GridUnavailable => new("Not available right now", "The service is busy or restarting. Nothing was changed; try again in a moment."),
            ErrorCodes.OutcomeUnknown => new("Not sure whether it was saved", "The connection within the service was lost. Look whether your change is there before you repeat it."),
            _ => new(TitleOf(error.Kind), error.Message),
        };
    }

    private static string TitleOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Denied => "You may not do this",
        ErrorKind.NotFound => "Not found",
        ErrorKind.Conflict or ErrorKind.PreconditionFailed => "This does not fit",
        ErrorKind.Unavailable => "Not available right now",
        _ => "This cannot be",
    };
}
