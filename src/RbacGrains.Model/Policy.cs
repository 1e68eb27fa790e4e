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
    private readonly ConcurrentDictionary<SharedKey, PermissionSet> _shared = new();

    /// <summary>Compiles a policy.</summary>
    /// <param name="model">The organization's authorization model.</param>
    /// <param name="plan">The plan that the organization is on; one of the model's.</param>
    /// <param name="version">Counts the organization's changes, from 1.</param>
    /// <exception cref="ArgumentException">The model has no such plan.</exception>
    public Policy(AuthorizationModel model, string plan, long version = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        Plan = model.FindPlan(plan) ?? throw new ArgumentException($"Model '{model.Name}' has no plan '{plan}'.", nameof(plan));
        Version = version;
        _roles = model.Roles.ToFrozenDictionary(role => role.Id, StringComparer.Ordinal);
    }

    /// <summary>The organization's authorization model.</summary>
    public AuthorizationModel Model { get; }

    /// <summary>The plan that the organization is on.</summary>
    public Plan Plan { get; }

    /// <summary>Counts the organization's changes, from 1.</summary>
    public long Version { get; }

    /// <summary>Every role that can be held here, in the order in which they are shown.</summary>
    public ImmutableArray<Role> Roles => Model.Roles;

    /// <summary>The role with this id, whether or not the plan offers it; null when there is none.</summary>
    public Role? FindRole(string id) => _roles.GetValueOrDefault(id);

    /// <summary>The role with this id when it exists and the plan offers it; null for no id. A role that is not offered gives nothing.</summary>
    public Role? FindOfferedRole(string? id) =>
        id is not null && _roles.TryGetValue(id, out var role) && role.IsOfferedBy(Plan.Id) ? role : null;

    /// <summary>The role with this id as a group gives it: as above, and never an admin's. Nobody is an admin through a group.</summary>
    public Role? FindRoleOfGroup(string? id) => FindOfferedRole(id) is { IsAdmin: false } role ? role : null;

    /// <summary>The gates that are closed on this plan to whoever holds these roles: one that a gate opens for is enough.</summary>
    public IEnumerable<Gate> GatesClosedTo(IReadOnlyCollection<string> roles) =>
        Model.Gates.Where(gate =>
            (!gate.Plans.IsEmpty && !gate.Plans.Contains(Plan.Id)) || (!gate.Roles.IsEmpty && !roles.Any(gate.Roles.Contains)));

    internal PermissionSet Compile(Access access)
    {
        if (!access.Projects.IsEmpty) return PermissionCompiler.Compile(this, access);

        var key = new SharedKey(access);
        if (_shared.TryGetValue(key, out var shared)) return shared;
        var compiled = PermissionCompiler.Compile(this, access);
        return _shared.Count < MostShared ? _shared.GetOrAdd(key, compiled) : compiled;
    }
}
