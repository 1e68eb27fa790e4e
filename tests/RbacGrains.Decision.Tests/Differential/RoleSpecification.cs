using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Differential;

/// <summary>
/// What a role says, as plain as it is written down: of the role and those that it is based on, the nearest that says something about an action
/// or an area is the one that holds.
/// </summary>
internal sealed class RoleSpecification
{
    private readonly AuthorizationModel _model;
    private readonly ImmutableArray<CustomRole> _layers;
    private readonly Role? _foundation;
    private readonly bool _isWhole;

    public RoleSpecification(AuthorizationModel model, ImmutableArray<CustomRole> customRoles, string? role)
    {
        var layers = new List<CustomRole>();
        _model = model;
        while (customRoles.SingleOrDefault(custom => custom.Id == role) is { } custom)
        {
            layers.Add(custom);
            role = custom.BasedOn;
        }
        _layers = [.. layers];
        _foundation = model.Roles.SingleOrDefault(known => known.Id == role);
        _isWhole = _foundation is not null || (role is null && layers.Count > 0);
    }

    public bool IsCustom => !_layers.IsEmpty;

    public bool IsAdmin => !IsCustom && _foundation is { IsAdmin: true };

    public bool IsOffered(string plan) => _isWhole
        && _layers.All(layer => layer.Plans.IsEmpty || layer.Plans.Contains(plan))
        && (_foundation is null || _foundation.Plans.IsEmpty || _foundation.Plans.Contains(plan));

    /// <summary>What is said of a single action: given, withdrawn, or nothing (null).</summary>
    public bool? Says(ImmutableArray<string> names, bool isOfArea)
    {
        foreach (var layer in _layers)
        {
            var levels = layer.Grants.Items.Where(grant => names.Contains(grant.On)).Select(grant => grant.Level).ToList();
            if (levels.Contains("none")) return false;
            if (levels.Contains("allow")) return true;
        }
        if (_foundation is null) return null;
        if (_foundation.IsAdmin) return isOfArea ? null : true;
        return _foundation.Grants.Items.Any(grant => grant.Level == "allow" && names.Contains(grant.On)) ? true : null;
    }

    public bool HasCondition(ImmutableArray<string> names) =>
        _foundation is { IsAdmin: false }
        && _foundation.ConditionalActions.Any(conditional => names.Contains(conditional.Action))
        && !_layers.Any(layer => layer.Grants.Items.Any(grant => names.Contains(grant.On) && grant.Level is "allow" or "none"));

    /// <summary>The rank that is set for an area; null when none is.</summary>
    public int? LevelSet(Area area)
    {
        foreach (var layer in _layers)
        {
            if (Rank(layer.Grants, area.Id) is { } own) return own;
            // There a parent's level is also given to its sub-areas.
            if (_model.Inheritance == Inheritance.Cascade && area.ParentId is { } parent && Rank(layer.Grants, parent) is not null) return null;
        }
        if (_foundation is null) return null;
        return !_foundation.IsAdmin ? Rank(_foundation.Grants, area.Id) : area.ParentId is null ? _model.Levels.Length - 1 : null;
    }

    private int? Rank(Grants grants, string area) => grants.Items
        .Where(grant => grant.On == area && _model.Levels.Any(level => level.Id == grant.Level))
        .Select(grant => (int?)_model.Levels.TakeWhile(level => level.Id != grant.Level).Count())
        .SingleOrDefault();
}
