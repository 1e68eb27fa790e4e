using Microsoft.Extensions.DependencyInjection;

namespace RbacGrains.Grains;

/// <summary>Says why a call was not let through.</summary>
internal static class CallDenials
{
    public static PermissionDeniedException NoActingUser(string action, GuardedCall call) =>
        new($"The call needs '{action}', but it does not say on whose behalf it is made. See {nameof(ActingUser)}.")
        {
            Code = CallDenialCodes.NoActingUser,
            Action = action,
            Organization = call.Organization,
            Project = call.Project,
            Status = 401,
        };

    public static PermissionDeniedException NoOrganization(string action, GuardedCall call) =>
        new($"The call needs '{action}', but in which organization is not known: mark a parameter with [Organization], or let the grain say it.")
        {
            Code = CallDenialCodes.NoOrganization,
            Action = action,
            Project = call.Project,
            User = call.User,
        };

    public static Exception Undecided(Error error, string action, GuardedCall call) => error.Kind == ErrorKind.Unavailable
        ? new PermissionUnavailableException($"Whether '{call.User}' may '{action}' in '{call.Organization}' could not be decided: {error.Message}")
        {
            Code = error.Code,
        }
        : new PermissionDeniedException(error.Message)
        {
            Code = error.Code,
            Action = action,
            Organization = call.Organization,
            Project = call.Project,
            User = call.User,
            Status = error.Kind == ErrorKind.Denied ? error.DenialStatus : 403,
        };

    public static async ValueTask<PermissionDeniedException> Denied(
        IServiceProvider services, Decision decision, string action, GuardedCall call) =>
        new($"'{call.User}' may not '{action}' in '{call.Organization}'.")
        {
            Action = action,
            Organization = call.Organization,
            Project = call.Project,
            User = call.User,
            Status = await StatusOf(services, call.Organization!),
        };

    // Asked only for a denial: a decision does not carry what its model answers with.
    private static async ValueTask<int> StatusOf(IServiceProvider services, string organization)
    {
        if (services.GetService<IGrid>() is not { } grid || services.GetService<ModelCatalog>() is not { } models) return 403;
        var found = await grid.Organization(organization).Get(Caller.Service, CancellationToken.None);
        return found.Succeeded ? models.Find(found.Value.Model)?.DenialStatus ?? 403 : 403;
    }
}
