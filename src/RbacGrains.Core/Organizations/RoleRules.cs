using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>What a role of an organization's own can be.</summary>
internal static class RoleRules
{
    /// <summary>The most roles that an organization can make for itself.</summary>
    public const int MaxRoles = 500;

    private const int LongestTitle = 200;
    private const int LongestDescription = 1000;

    /// <summary>The role that a request asks for, and the policy with it; an error when it asks for something impossible.</summary>
    /// <param name="policy">The policy so far.</param>
    /// <param name="id">The role's id.</param>
    /// <param name="content">What it is to be.</param>
    public static Result<NextRole> Make(Policy policy, string id, RoleContent content)
    {
        if (!Slug.IsValid(id))
            return new Error(
                ErrorKind.Invalid,
                ErrorCodes.InvalidId,
                $"'{Errors.Shorten(id)}' is no id of a role: it has 1 to {Slug.MaxLength} lower-case letters and digits, in parts joined by '-' or '_'.");
        var present = policy.FindCustomRole(id);
        if (present is null && policy.Model.FindRole(id) is not null) return OfModel(id);
        if (present is null && policy.CustomRoles.Length >= MaxRoles)
            return new Error(ErrorKind.Conflict, ErrorCodes.TooManyRoles, $"An organization has at most {MaxRoles} roles of its own.");
        if ((Words(content) ?? Base(policy, id, content.BasedOn) ?? Plans(policy, content) ?? Givers(policy, id, content)
            ?? GrantRules.CheckOwn(policy.Model, content.Grants)) is { } error) return error;

        var role = new CustomRole
        {
            Id = id,
            Title = content.Title,
            Description = content.Description,
            BasedOn = content.BasedOn,
            Grants = content.Grants,
            Plans = [.. policy.Model.Plans.Select(plan => plan.Id).Where(content.Plans.Contains)],
            AssignableBy = [.. content.AssignableBy.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Version = policy.Version + 1,
        };
        ImmutableArray<CustomRole> all = [.. policy.CustomRoles.Where(other => other.Id != id).Append(role).OrderBy(other => other.Id, StringComparer.Ordinal)];
        if (RoleBases.CycleFrom(all, id) is { IsEmpty: false } cycle)
            return new Error(ErrorKind.Invalid, ErrorCodes.RoleCycle, $"A role cannot build on itself: {string.Join(" on ", cycle)}.", "/based_on");
        var next = new Policy(policy.Model, policy.Plan.Id, policy.Version + 1, all);
        var affected = RoleBases.Dependents(all, id);
        if (GrantRules.CheckLaid(policy.Model, next.FindRole(id)!.Grants, content.Grants) is { } above) return above;
        return Stranded(policy.Model, next, affected) is { } stranded
            ? stranded
            : new NextRole(role, present, next, affected);
    }

    /// <summary>The refusal of a change of a role that is the model's.</summary>
    public static Error OfModel(string role) => new(
        ErrorKind.Conflict,
        ErrorCodes.RoleOfModel,
        $"'{role}' is a role of the model, which no organization changes or deletes. Make one of your own that is based on it.");

    private static Error? Words(RoleContent content)
    {
        if (content.Title.Length is 0 or > LongestTitle || string.IsNullOrWhiteSpace(content.Title) || !Text.IsPlain(content.Title))
            return Errors.InvalidValue($"A title has 1 to {LongestTitle} characters, not all of them blank, and no control characters.", "/title");
        return content.Description.Length > LongestDescription || !Text.IsPlain(content.Description)
            ? Errors.InvalidValue($"A description has at most {LongestDescription} characters, and no control characters.", "/description")
            : null;
    }

    private static Error? Base(Policy policy, string id, string? basedOn) =>
        basedOn is null || basedOn == id || policy.FindRole(basedOn) is not null ? null : UnknownRole(policy, basedOn, "/based_on");

    private static Error? Plans(Policy policy, RoleContent content)
    {
        for (var index = 0; index < content.Plans.Length; index++)
        {
            var plan = content.Plans[index];
            if (policy.Model.FindPlan(plan) is null)
                return Errors.Unknown(ErrorCodes.UnknownPlan, "plan", plan, policy.Model.Plans.Select(known => known.Id), $"/plans/{index}");
            if (content.BasedOn is { } basedOn && policy.FindRole(basedOn)?.IsOfferedBy(plan) is false)
                return new Error(
                    ErrorKind.Conflict,
                    ErrorCodes.RoleNotInPlan,
                    $"The plan '{plan}' does not offer '{basedOn}', and so no role that is based on it.",
                    $"/plans/{index}");
        }
        return null;
    }

    private static Error? Givers(Policy policy, string id, RoleContent content)
    {
        for (var index = 0; index < content.AssignableBy.Length; index++)
            if (content.AssignableBy[index] is var giver && giver != id && policy.FindRole(giver) is null)
                return UnknownRole(policy, giver, $"/assignable_by/{index}");
        return null;
    }

    // What builds on a role has to be offered somewhere still.
    private static Error? Stranded(AuthorizationModel model, Policy next, ImmutableArray<string> affected)
    {
        foreach (var role in affected.Skip(1).Select(id => next.FindCustomRole(id)!))
            if (!role.Plans.IsEmpty && !model.Plans.Any(plan => role.Plans.Contains(plan.Id) && next.FindRole(role.BasedOn!)!.IsOfferedBy(plan.Id)))
                return new Error(
                    ErrorKind.Conflict,
                    ErrorCodes.RoleNotInPlan,
                    $"'{role.Id}' builds on it and is for {string.Join(" and ", role.Plans)} alone, so no plan would offer that one.",
                    "/plans");
        return null;
    }

    private static Error UnknownRole(Policy policy, string role, string pointer) =>
        Errors.Unknown(ErrorCodes.UnknownRole, "role", role, policy.Roles.Select(known => known.Id), pointer);
}

/// <summary>What a change makes of a role.</summary>
/// <param name="Role">The role to be.</param>
/// <param name="Present">The role so far; null for a new one.</param>
/// <param name="Policy">The policy with it.</param>
/// <param name="Affected">The role and all that build on it.</param>
internal sealed record NextRole(CustomRole Role, CustomRole? Present, Policy Policy, ImmutableArray<string> Affected);
