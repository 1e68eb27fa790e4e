using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    public static ValueTask<Result<Decision>> Check(
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
        return Refuses(user, caller, organization, project) is { } refused
            ? new(refused)
            : Decide(Enter(user, held, caller, organization, services, cancellationToken), action, project, services.Clock);
    }

    /// <summary>The answers that the user's own <see cref="IUser.CheckMany"/> would give, of what they hold.</summary>
    /// <param name="user">The user.</param>
    /// <param name="hold">What they hold in an organization at the moment of the call; null for nothing. Called once for each organization.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="checks">What is asked.</param>
    /// <param name="services">What every actor is given.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>As <see cref="IUser.CheckMany"/>.</returns>
    public static async ValueTask<ImmutableArray<Result<Decision>>> CheckMany(
        string user,
        Func<string, CancellationToken, ValueTask<HeldAccess?>> hold,
        Caller caller,
        ImmutableArray<CheckRequest> checks,
        ActorServices services,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hold);
        ArgumentNullException.ThrowIfNull(services);
        var results = new Result<Decision>[checks.Length];
        var entered = new EnteredPlaces();
        for (var index = 0; index < checks.Length; index++)
        {
            var (organization, action, project) = checks[index];
            if (Refuses(user, caller, organization, project) is { } refused)
            {
                results[index] = refused;
                continue;
            }
            if (entered.Find(organization) is not { } here)
            {
                var held = await hold(organization, cancellationToken);
                var place = await Enter(user, held, caller, organization, services, cancellationToken);
                here = entered.Add(organization, place);
            }
            results[index] = here.Decide(action, project, services.Clock);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(results);
    }

    // The policy is read after the access: a deleted and recreated organization then voids the older membership.
    private static async ValueTask<EnteredPlace> Enter(
        string user, HeldAccess? held, Caller caller, string organization, ActorServices services, CancellationToken cancellationToken)
    {
        var found = await services.Policies.Get(organization, cancellationToken);
        if (!found.Succeeded) return EnteredPlace.Closed(found.Error);
        if (held?.Incarnation != found.Value.Incarnation) held = null;
        return await JudgeCaller(user, caller, organization, held?.Access, services, cancellationToken) is { } denied
            ? EnteredPlace.Closed(denied)
            : new EnteredPlace(null, found.Value.Policy, held);
    }

    private static ValueTask<Result<Decision>> Decide(ValueTask<EnteredPlace> entering, string action, string? project, TimeProvider clock)
    {
        return entering.IsCompletedSuccessfully ? new(entering.Result.Decide(action, project, clock)) : Awaited();

        async ValueTask<Result<Decision>> Awaited() => (await entering).Decide(action, project, clock);
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
