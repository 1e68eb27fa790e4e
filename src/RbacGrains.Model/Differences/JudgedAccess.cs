using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>An access under a policy at a moment, asked for all of its decisions as <see cref="Evaluator"/> makes them.</summary>
internal sealed class JudgedAccess
{
    /// <summary>The place of the ceiling where there is none: in the organization itself.</summary>
    public const int NoScope = -1;

    private readonly Access? _access;
    private readonly PermissionSet? _permissions;
    private readonly DateTimeOffset _now;

    public JudgedAccess(Policy policy, Access? access, DateTimeOffset now)
    {
        _now = now;
        if (access?.IsActive(now) is not true) return;
        _access = access;
        _permissions = access.Under(policy);
    }

    /// <summary>Whether an action is held in the organization, if only under a condition; without that it is held nowhere.</summary>
    public bool Holds(ActionHandle action) =>
        _permissions is not null && (_permissions.Held.Has(action) || _permissions.HeldWhen.Find(action) is not null);

    /// <summary>The places of the ceilings that apply within projects.</summary>
    public ImmutableArray<int> Scopes(ImmutableArray<string> projects) =>
        [.. projects.Select(project => _access is null || _permissions!.IsAdmin ? NoScope : _access.IndexOfScope(project))];

    /// <summary>The decision on an action beneath a ceiling.</summary>
    public Allowance Of(ActionHandle action, int scope)
    {
        if (_access is null || !Holds(action)) return Allowance.Never;
        var held = Allowance.Always.When(_permissions!.Held.Has(action) ? null : _permissions.HeldWhen.Find(action));
        if (scope == NoScope) return held;
        var ceiling = _access.Projects[scope];
        if (ceiling.ExpiresAt is { } end && _now >= end) return Allowance.Never;
        if (_permissions.Projects[scope].Has(action)) return held;
        return _permissions.ProjectsWhen[scope].Find(action) is { } terms ? held.When(terms) : Allowance.Never;
    }
}
