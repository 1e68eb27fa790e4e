using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>
/// An organization as it is to whoever has signed in. What it says they may do decides what is shown; the engine judges each call again.
/// </summary>
/// <param name="Actor">The organization itself, to be called with <see cref="ConsoleSession.Caller"/>.</param>
/// <param name="View">What it is.</param>
/// <param name="Model">The authorization model it lives by.</param>
/// <param name="Roles">The roles that can be held in it.</param>
/// <param name="Member">What the person is assigned there.</param>
/// <param name="Permissions">What the person holds there in effect.</param>
public sealed record ConsoleOrganization(
    IOrganization Actor, OrganizationView View, AuthorizationModel Model, ImmutableArray<RoleView> Roles, MemberView Member,
    EffectivePermissions Permissions)
{
    /// <summary>Its id.</summary>
    public string Id => View.Id;

    /// <summary>The name of its plan as people write it.</summary>
    public string PlanTitle => Model.FindPlan(View.Plan)?.Title ?? View.Plan;

    /// <summary>The name of the person's role as people write it.</summary>
    public string RoleTitle => TitleOf(Permissions.Role);

    /// <summary>Whether the person is an admin there at this moment.</summary>
    public bool IsAdmin => Member.Status == MemberStatus.Active && Find(Permissions.Role) is { Offered: true, Role.IsAdmin: true };

    /// <summary>The name of a role as people write it; its id where the organization has no such role.</summary>
    public string TitleOf(string role) => Find(role)?.Role.Title ?? role;

    /// <summary>The action that an operation needs there; null where it is left to admins.</summary>
    public string? ActionOf(AdministrativeOperation operation) => Model.Administration.GetValueOrDefault(operation);

    /// <summary>Whether the person may do something of the organization's administration.</summary>
    public bool May(AdministrativeOperation operation) =>
        IsAdmin || (ActionOf(operation) is { } action && Permissions.Actions.Contains(Canonical(action)));

    /// <summary>The address of one of its pages.</summary>
    public string PathOf(string page = "") => ConsolePaths.Of(Id, page);

    private RoleView? Find(string role) => Roles.FirstOrDefault(known => string.Equals(known.Role.Id, role, StringComparison.Ordinal));

    private string Canonical(string action) => Model.Actions.TryFind(action, out var handle) ? Model.Actions[handle] : action;
}
