namespace RbacGrains.Client;

/// <summary>What a member holds in effect.</summary>
/// <param name="Role">The role.</param>
/// <param name="Actions">The actions.</param>
/// <param name="Areas">Levels by area; their order is the model's.</param>
/// <param name="PolicyVersion">The policy's version.</param>
/// <param name="AccessVersion">The access's version.</param>
/// <param name="Sources">What each source gives; null from a service that does not say.</param>
internal sealed record PermissionsAnswer(
    string Role,
    IReadOnlyList<string> Actions,
    OrderedDictionary<string, string> Areas,
    long PolicyVersion,
    long AccessVersion,
    IReadOnlyList<SourceAnswer>? Sources = null)
{
    /// <summary>As the model has it.</summary>
    public EffectivePermissions ToPermissions() =>
        new(Role, [.. Actions], [.. Areas.Select(area => new Grant(area.Key, area.Value))], PolicyVersion, AccessVersion)
        {
            Sources = [.. (Sources ?? []).Select(source => source.ToSource())],
        };
}

/// <summary>What one source gives.</summary>
internal sealed record SourceAnswer(string Kind, string Id, IReadOnlyList<string> Actions, OrderedDictionary<string, string> Areas)
{
    /// <summary>As the model has it.</summary>
    public PermissionSource ToSource() => new(Kind, Id, [.. Actions], [.. Areas.Select(area => new Grant(area.Key, area.Value))]);
}
