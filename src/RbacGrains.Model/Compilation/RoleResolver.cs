using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// Makes roles of custom ones. One whose base the model has no more, or on no plan that the role has, gives nothing: what a newer
/// document of the model takes away must not come back by way of an organization's own roles.
/// </summary>
internal static class RoleResolver
{
    /// <summary>The roles that custom ones amount to, in the same order.</summary>
    /// <exception cref="ArgumentException">Two have the same id, or one builds on itself.</exception>
    public static ImmutableArray<Role> Resolve(AuthorizationModel model, ImmutableArray<CustomRole> roles)
    {
        if (roles.IsEmpty) return [];
        var customs = roles.ToDictionary(role => role.Id, StringComparer.Ordinal);
        var resolved = new Dictionary<string, Role?>(StringComparer.Ordinal);
        var underWay = new HashSet<string>(StringComparer.Ordinal);
        return [.. roles.Select(role => Find(role.Id) ?? Nothing(role))];

        // Null for a role of which nothing is left.
        Role? Find(string id)
        {
            if (!customs.TryGetValue(id, out var custom)) return model.FindRole(id);
            if (resolved.TryGetValue(id, out var known)) return known;
            // Whoever comes back to where it has begun is in a circle; looking for one from each role would go through all roles for each.
            if (!underWay.Add(id))
                throw new ArgumentException($"A role builds on itself: {string.Join(", ", RoleBases.CycleFrom(roles, id))}.", nameof(roles));
            return resolved[id] = custom.BasedOn is not { } basedOn ? RoleOverlay.Lay(model, custom, null)
                : Find(basedOn) is { } found ? RoleOverlay.Lay(model, custom, found)
                : null;
        }
    }

    private static Role Nothing(CustomRole role) => new()
    {
        Id = role.Id,
        Title = role.Title,
        Description = role.Description,
        Plans = role.Plans,
    };
}
