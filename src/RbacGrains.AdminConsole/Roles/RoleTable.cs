using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>What roles give, beside each other.</summary>
/// <param name="Roles">The columns.</param>
/// <param name="Rows">The rows, in groups that follow each other.</param>
public sealed record RoleTable(ImmutableArray<Role> Roles, ImmutableArray<RoleTableRow> Rows)
{
    /// <summary>The group of the rows of the product's own page.</summary>
    public const string Page = "As documented";

    /// <summary>The group of the levels of areas.</summary>
    public const string Areas = "Areas";

    /// <summary>The group of the plans.</summary>
    public const string Plans = "Offered by plan";

    /// <summary>
    /// The table of the product's page with the organization's own roles beside the model's; for a product without one, of its areas and actions.
    /// </summary>
    public static RoleTable Of(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var matrix = RoleMatrix.Of(policy.Model, policy.CustomRoles);
        var rows = matrix.Rows.Select(row => new RoleTableRow(
            Page, row.Row, string.Join(", ", row.Actions.Select(action => RemedyWords.Action(policy.Model, action))),
            [.. row.Roles.Select(role => role.Value ? RoleCell.Yes : RoleCell.No)]));
        var detail = matrix.Rows.IsEmpty ? ActionRows(policy, policy.Roles) : [];
        return new RoleTable(policy.Roles, [.. rows, .. AreaRows(policy.Model, policy.Roles), .. detail, .. PlanRows(policy.Model, policy.Roles)]);
    }

    /// <summary>Roles side by side, action by action.</summary>
    public static RoleTable Compare(Policy policy, params IEnumerable<string> roles)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ImmutableArray<Role> compared = [.. roles.Select(policy.FindRole).OfType<Role>()];
        return new RoleTable(
            compared, [.. AreaRows(policy.Model, compared), .. ActionRows(policy, compared), .. PlanRows(policy.Model, compared)]);
    }

    /// <summary>Only the rows in which the roles differ.</summary>
    public RoleTable Differences() => this with { Rows = [.. Rows.Where(row => row.Cells.Distinct().Count() > 1)] };

    private static IEnumerable<RoleTableRow> AreaRows(AuthorizationModel model, ImmutableArray<Role> roles)
    {
        if (model.Areas.IsEmpty) return [];
        var levels = roles.Select(role => role.IsAdmin ? AreaLevels.Everywhere(model, model.Levels.Length - 1) : AreaLevels.Of(model, role)).ToList();
        return model.AreaTable.All.Select((area, index) => new RoleTableRow(
            Areas, area.Title, area.Description, [.. levels.Select(ranks => new RoleCell(ranks[index] > 0, model.Levels[ranks[index]].Title))])
        {
            IsPart = area.ParentId is not null,
        });
    }

    // What an area's level says is not said again, but for what a role gives or withdraws action by action.
    private static IEnumerable<RoleTableRow> ActionRows(Policy policy, ImmutableArray<Role> roles)
    {
        var model = policy.Model;
        var policies = model.Plans.Select(plan => new Policy(model, plan.Id, policy.Version, policy.CustomRoles)).ToList();
        var single = roles.SelectMany(role => role.Grants.Items.Where(grant => grant.IsAction).Select(grant => grant.On).Concat(role.Withdrawn))
            .Select(action => model.Actions.TryFind(action, out var handle) ? model.Actions[handle] : action).ToHashSet(StringComparer.Ordinal);
        return
            from action in model.Actions.Names
            let part = action[..action.LastIndexOf(':')]
            let isArea = model.AreaTable.TryFind(part, out _)
            where !isArea || single.Contains(action)
            select new RoleTableRow(
                isArea ? AccessWords.Area(model, part) : Plain.Title(part),
                Plain.Title(action[(action.LastIndexOf(':') + 1)..]), "", [.. roles.Select(role => CellOf(policies, role, action))]);
    }

    // Where some plan lets the holder do it, as on the product's page.
    private static RoleCell CellOf(List<Policy> policies, Role role, string action)
    {
        var holder = new Access { Role = role.Id };
        return policies.Exists(policy => Evaluator.Allows(policy, holder, action, null, TimeProvider.System)) ? RoleCell.Yes
            : role.ConditionalActions.FirstOrDefault(conditional => conditional.Action == action) is { } conditional
                ? new RoleCell(true, $"when {conditional.When}")
                : RoleCell.No;
    }

    private static IEnumerable<RoleTableRow> PlanRows(AuthorizationModel model, ImmutableArray<Role> roles) => model.Plans.Select(plan =>
        new RoleTableRow(Plans, plan.Title, "", [.. roles.Select(role => role.IsOfferedBy(plan.Id) ? RoleCell.Yes : RoleCell.No)]));
}

/// <summary>A row of the table.</summary>
/// <param name="Group">The group that it belongs to.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Detail">More of it; may be empty.</param>
/// <param name="Cells">What each role gives.</param>
public sealed record RoleTableRow(string Group, string Title, string Detail, ImmutableArray<RoleCell> Cells)
{
    /// <summary>Whether it is a part of the row above, as a sub-area.</summary>
    public bool IsPart { get; init; }
}

/// <summary>What a role gives in a row.</summary>
/// <param name="Held">Whether it gives anything.</param>
/// <param name="Word">How much, or when; empty for a plain yes or no.</param>
public sealed record RoleCell(bool Held, string Word = "")
{
    /// <summary>It gives it.</summary>
    public static RoleCell Yes { get; } = new(true);

    /// <summary>It does not.</summary>
    public static RoleCell No { get; } = new(false);
}
