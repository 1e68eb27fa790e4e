using RbacGrains.Client;

namespace RbacGrains.Grains;

/// <summary>Says why a call was not let through.</summary>
internal static class CallDenials
{
    /// <summary>Nobody acts.</summary>
    public static PermissionDeniedException Unauthenticated(ActionRequirement required, GuardedCall call) =>
        new($"The call needs '{Words(required)}', but it does not say on whose behalf it is made. See {nameof(ActingUser)}.")
        {
            Code = DenialCodes.Unauthenticated,
            Action = Words(required),
            Organization = call.Organization,
            Project = call.Project,
            Status = 401,
        };

    /// <summary>Nobody knows where.</summary>
    public static PermissionDeniedException OrganizationRequired(ActionRequirement required, GuardedCall call) =>
        new($"The call needs '{Words(required)}', but in which organization is not known: mark a parameter with [Organization], or let the grain say it.")
        {
            Code = DenialCodes.OrganizationRequired,
            Action = Words(required),
            Project = call.Project,
            User = call.User,
        };

    /// <summary>Something stood in the way of a decision.</summary>
    public static Exception Undecided(Error error, ActionRequirement required, GuardedCall call) => error.Kind == ErrorKind.Unavailable
        ? new PermissionUnavailableException(
            $"Whether '{call.User}' may '{Words(required)}' in '{call.Organization}' could not be decided: {error.Message}")
        {
            Code = error.Code,
        }
        : new PermissionDeniedException(error.Message)
        {
            Code = error.Code,
            Action = Words(required),
            Organization = call.Organization,
            Project = call.Project,
            User = call.User,
            Status = error.Kind == ErrorKind.Denied ? error.DenialStatus : 403,
        };

    /// <summary>The decision.</summary>
    public static PermissionDeniedException Denied(ActionRequirement required, GuardedCall call, int status) =>
        new($"'{call.User}' may not '{Words(required)}' in '{call.Organization}'.")
        {
            Action = Words(required),
            Organization = call.Organization,
            Project = call.Project,
            User = call.User,
            Status = status,
        };

    private static string Words(ActionRequirement required) => string.Join(',', required.AnyOf);
}
