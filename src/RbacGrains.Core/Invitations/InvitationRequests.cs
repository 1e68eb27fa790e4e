namespace RbacGrains.Core;

/// <summary>Makes invitations of requests, and finds those that a filter wants.</summary>
internal static class InvitationRequests
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>The invitation that a request asks for; an error when it asks for something impossible.</summary>
    public static Result<NewInvitation> Make(
        string organization, InviteMember command, Caller caller, CompiledTenant tenant, DateTimeOffset now)
    {
        if (EmailAddress.Check(command.Email) is { } error) return error;
        if (!EmailAddress.IsAdmitted(command.Email, tenant.State.Settings))
            return new Error(
                ErrorKind.Conflict,
                ErrorCodes.EmailDomainNotAllowed,
                $"The organization's settings admit only addresses of {string.Join(", ", tenant.State.Settings.EmailDomains)}.",
                "/email");
        var expiresIn = command.ExpiresIn ?? TimeSpan.FromDays(tenant.State.Settings.InvitationDays);
        if (expiresIn < Shortest || expiresIn > Longest)
            return Errors.InvalidValue("An invitation can be accepted for 1 minute to 365 days.", "/expires_in");

        var assignment = new MemberAssignment { Role = command.Role, Preset = command.Preset, Grants = command.Grants };
        var access = MembershipRules.Assign(tenant.Policy.Policy, assignment, now);
        if (!access.Succeeded) return access.Error;
        var id = $"inv_{Guid.CreateVersion7(now):n}";
        var (token, hash) = InvitationToken.Create(id);
        return new NewInvitation(
            id,
            token,
            new InvitationState
            {
                Organization = organization,
                Incarnation = tenant.State.Incarnation,
                Email = command.Email,
                Access = access.Value,
                InvitedBy = caller.User,
                SecretHash = hash,
                CreatedAt = now,
                ExpiresAt = now + expiresIn,
            });
    }

    /// <summary>Whether a filter wants an invitation.</summary>
    public static bool Matches(InvitationFilter filter, DirectorySummary summary, DateTimeOffset now)
    {
        var status = summary.Invitation == InvitationStatus.Pending && now >= summary.ExpiresAt
            ? InvitationStatus.Expired
            : summary.Invitation;
        return (filter.Status is null || filter.Status == status)
            && (filter.Email is null || string.Equals(filter.Email, summary.Email, StringComparison.OrdinalIgnoreCase))
            && (filter.Search is null || summary.Email?.Contains(filter.Search, StringComparison.OrdinalIgnoreCase) is true);
    }
}

/// <summary>An invitation that is about to be made, with the token to hand out.</summary>
internal sealed record NewInvitation(string Id, string Token, InvitationState State);
