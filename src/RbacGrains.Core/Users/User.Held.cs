using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>How a check is answered of a user who is not here, but what they hold is known.</content>
public partial class User
{
    /// <summary>The answer that the user's own <see cref="IUser.Check"/> would give, of what they hold.</summary>
    /// <param name="user">The user.</param>
    /// <param name="held">What they hold in the organization, read before this is called; null for nothing.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="organization">The organization.</param>
    /// <param name="action">The action, or an area at a level.</param>
    /// <param name="project">The project that the action is in; null for none.</param>
    /// <param name="services">What every actor is given.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>As <see cref="IUser.Check"/>.</returns>
    public static async ValueTask<Result<Decision>> Check(
        string user,
        HeldAccess? held,
        Caller caller,
        string organization,
        string action,
        string? project,
        ActorServices services,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (Refuses(user, caller, organization, project) is { } refused) return refused;
        var found = await services.Policies.Get(organization, cancellationToken);
        if (!found.Succeeded) return found.Error;
        var (policy, incarnation) = found.Value;
        var (access, version) = held is { } present && present.Incarnation == incarnation ? (present.Access, present.Version) : (null, 0);
        if (await JudgeCaller(user, caller, organization, access, services, cancellationToken) is { } denied) return denied;
        Decision decision;
        if (policy.Model.Actions.TryFind(action, out var handle))
            decision = Evaluator.Decide(policy, access, handle, project, services.Clock);
        else if (policy.Model.LevelTable.TryFind(action, out var level))
            decision = Evaluator.Decide(policy, access, level, project, services.Clock, out _);
        else
            return Errors.UnknownAction(policy.Model, action);
        return decision with { AccessVersion = version };
    }

    private static Error? Refuses(string user, Caller caller, string organization, string? project)
    {
        if (!Identifier.IsValid(organization)) return Errors.InvalidId("an organization", organization).At("/organization");
        if (!Identifier.IsValid(user)) return Errors.InvalidId("a user", user).At("/user");
        if (!caller.Sees(organization)) return Errors.OrganizationNotFound(organization);
        return project is not null && !Identifier.IsValid(project) ? Errors.InvalidId("a project", project).At("/project") : null;
    }

    private static ValueTask<Error?> JudgeCaller(
        string user, Caller caller, string organization, Access? access, ActorServices services, CancellationToken cancellationToken)
    {
        if (caller.IsService) return default;
        if (string.Equals(caller.User, user, StringComparison.Ordinal))
            return new ValueTask<Error?>(access is null ? Errors.OrganizationNotFound(organization) : null);
        return services.Actors.Organization(organization)
            .JudgeCaller(caller, AdministrativeOperation.ReadMembers, cancellationToken);
    }
}
