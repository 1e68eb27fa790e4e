using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// What an organization's members are judged by: its model, its plan and its roles, compiled. Immutable; every change of
/// an organization makes a new one with the next version.
/// </summary>
public sealed class Policy
{
    /// <summary>How many different combinations of role, grants and groups share one compiled set; members beyond that compile their own.</summary>
    private const int MostShared = 4096;

    private readonly FrozenDictionary<string, Role> _roles;
    private readonly FrozenDictionary<string, CustomRole> _customRoles;
    private readonly ConcurrentDictionary<SharedKey, PermissionSet> _shared = new();

    /// <summary>Compiles a policy.</summary>
    /// <param name="model">The organization's authorization model.</param>
    /// <param name="plan">The plan that the organization is on; one of the model's.</param>
    /// <param name="version">Counts the organization's changes, from 1.</param>
    /// <param name="customRoles">The roles that the organization has made for itself.</param>
    /// <exception cref="ArgumentException">
    /// The model has no such plan; two custom roles have the same id, or one builds on itself (<see cref="RoleBases"/>).
    /// </exception>
    public Policy(AuthorizationModel model, string plan, long version = 1, ImmutableArray<CustomRole> customRoles = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        Plan = model.FindPlan(plan) ?? throw new ArgumentException($"Model '{model.Name}' has no plan '{plan}'.", nameof(plan));
        Version = version;
        CustomRoles = customRoles.IsDefaultOrEmpty ? [] : [.. customRoles.OrderBy(role => role.Id, StringComparer.Ordinal)];
        _customRoles = CustomRoles.ToFrozenDictionary(role => role.Id, StringComparer.Ordinal);
        // Where a newer document of the model has a role of the same name, those who hold the organization's keep just that.
        Roles = CustomRoles.IsEmpty
            ? model.Roles
            : [.. model.Roles.Where(role => !_customRoles.ContainsKey(role.Id)), .. RoleResolver.Resolve(model, CustomRoles)];
        _roles = Roles.ToFrozenDictionary(role => role.Id, StringComparer.Ordinal);
    }

    /// <summary>The organization's authorization model.</summary>
    public AuthorizationModel Model { get; }

    /// <summary>The plan that the organization is on.</summary>
    public Plan Plan { get; }

    /// <summary>Counts the organization's changes, from 1.</summary>
    public long Version { get; }

    /// <summary>The roles that the organization has made for itself, in ordinal order of their ids.</summary>
    public ImmutableArray<CustomRole> CustomRoles { get; }

    /// <summary>Every role that can be held here, in the order in which they are shown: the model's, then the organization's own.</summary>
    public ImmutableArray<Role> Roles { get; }

    /// <summary>The role with this id, whether or not the plan offers it; null when there is none.</summary>
    public Role? FindRole(string id) => _roles.GetValueOrDefault(id);

    /// <summary>The custom role with this id; null when there is none, or it is the model's.</summary>
    public CustomRole? FindCustomRole(string id) => _customRoles.GetValueOrDefault(id);

    /// <summary>The role with this id when it exists and the plan offers it; null for no id. A role that is not offered gives nothing.</summary>
    public Role? FindOfferedRole(string? id) =>
        id is not null && _roles.TryGetValue(id, out var role) && role.IsOfferedBy(Plan.Id) ? role : null;

    /// <summary>The role with this id as a group gives it: as above, and never an admin's. Nobody is an admin through a group.</summary>
    public Role? FindRoleOfGroup(string? id) => FindOfferedRole(id) is { IsAdmin: false } role ? role : null;

    /// <summary>The gates that are closed on this plan to whoever holds these roles: one that a gate opens for is enough.</summary>
    public IEnumerable<Gate> GatesClosedTo(IReadOnlyCollection<string> roles) =>
        Model.Gates.Where(gate =>
            (!gate.Plans.IsEmpty && !gate.Plans.Contains(Plan.Id)) || !IsOpenTo(gate, roles));

    /// <summary>Whether a gate opens for one of these roles, the plan aside. A gate that names roles means the model's.</summary>
    internal bool IsOpenTo(Gate gate, IReadOnlyCollection<string> roles) =>
        gate.Roles.IsEmpty || roles.Any(role => gate.Roles.Contains(role) && !_customRoles.ContainsKey(role));

    internal PermissionSet Compile(Access access)
    {
        if (!access.Projects.IsEmpty) return PermissionCompiler.Compile(this, access);

        var key = new SharedKey(access);
        if (_shared.TryGetValue(key, out var shared)) return shared;
        var compiled = PermissionCompiler.Compile(this, access);
        return _shared.Count < MostShared ? _shared.GetOrAdd(key, compiled) : compiled;
    }
}
