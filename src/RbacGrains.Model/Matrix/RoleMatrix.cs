using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// The role table of a product's page, computed: for each row of the page and each role whether the role holds what the row's
/// words stand for. It is what the evaluator decides about a member who holds the role and nothing else.
/// </summary>
/// <param name="Roles">The columns, in the page's order.</param>
/// <param name="Rows">The rows, in the page's order; empty for a model without a table.</param>
public sealed record RoleMatrix(ImmutableArray<Role> Roles, ImmutableArray<RoleMatrixRow> Rows)
{
    /// <summary>
    /// Computes the table of a model. A page documents what a role can do where it is offered, so a mark stands where some
    /// plan lets the role's holder do every action of the row.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="customRoles">An organization's own roles, whose columns stand behind the model's.</param>
    public static RoleMatrix Of(AuthorizationModel model, ImmutableArray<CustomRole> customRoles = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var policies = model.Plans.Select(plan => new Policy(model, plan.Id, customRoles: customRoles)).ToList();
        var roles = policies[0].Roles;
        var holders = roles.Select(role => new Access { Role = role.Id }).ToList();
        var rows = model.Matrix.Select(row => new RoleMatrixRow(
            row.Row,
            row.Actions,
            [.. holders.Select(holder => KeyValuePair.Create(holder.Role, policies.Exists(policy => HoldsAll(policy, holder, row))))]));
        return new RoleMatrix(roles, [.. rows]);
    }

    private static bool HoldsAll(Policy policy, Access holder, MatrixRow row) =>
        row.Actions.All(action => Evaluator.Allows(policy, holder, action, project: null, TimeProvider.System));
}
