using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>What the plans of a model offer, beside each other.</summary>
/// <param name="Plans">The columns, smallest first.</param>
/// <param name="Rows">The rows: roles, then gated features.</param>
public sealed record PlanTable(ImmutableArray<Plan> Plans, ImmutableArray<PlanRow> Rows)
{
    /// <summary>The table of an organization's model and roles.</summary>
    public static PlanTable Of(AuthorizationModel model, IEnumerable<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(roles);
        var offered = roles.Select(role => new PlanRow(
            "Roles", role.Title, role.Description, [.. model.Plans.Select(plan => role.IsOfferedBy(plan.Id))]));
        var features = model.Gates.Select(gate => new PlanRow(
            "Features", gate.Title, ForRoles(model, gate), [.. model.Plans.Select(plan => gate.Plans.IsEmpty || gate.Plans.Contains(plan.Id))]));
        return new PlanTable(model.Plans, [.. offered, .. features]);
    }

    /// <summary>The roles that one plan offers and another does not, whose holders would be left without.</summary>
    public static ImmutableArray<Role> Withdrawn(IEnumerable<Role> roles, string present, string next) =>
        [.. roles.Where(role => role.IsOfferedBy(present) && !role.IsOfferedBy(next))];

    private static string ForRoles(AuthorizationModel model, Gate gate) => gate.Roles.IsEmpty
        ? "" : $"For {string.Join(" and ", gate.Roles.Select(role => model.FindRole(role)?.Title ?? role))} only";
}

/// <summary>Something that plans offer or not.</summary>
/// <param name="Group">What sort of thing: "Roles" or "Features".</param>
/// <param name="Title">What.</param>
/// <param name="Detail">More of it; may be empty.</param>
/// <param name="Offered">For each plan whether it offers it.</param>
public sealed record PlanRow(string Group, string Title, string Detail, ImmutableArray<bool> Offered);
