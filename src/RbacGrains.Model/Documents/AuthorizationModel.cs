using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>
/// A versioned description of who may do what in one product: its actions, areas, levels, roles, presets, plans and gates.
/// It is data; no product needs code of its own. Instances come from <see cref="ModelReader"/> and are valid by construction.
/// </summary>
public sealed record AuthorizationModel
{
    /// <summary>The slug by which organizations name the model, such as <c>agent-studio</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the document, from 1; a document that changes gets the next one.</summary>
    public required int Version { get; init; }

    /// <summary>The product's name as people write it.</summary>
    public required string Title { get; init; }

    /// <summary>What the model describes, in a sentence; empty when the document says nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>The page that the model reproduces, in words; empty for a model without one.</summary>
    public string Source { get; init; } = "";

    /// <summary>The HTTP status of a denial: 401 or 403.</summary>
    public int DenialStatus { get; init; } = 403;

    /// <summary>How a sub-area relates to its parent.</summary>
    public Inheritance Inheritance { get; init; } = Inheritance.Cap;

    /// <summary>The role of a member for whom none is named; null when a role must be named.</summary>
    public string? DefaultRole { get; init; }

    /// <summary>The plans an organization can be on, smallest first. Never empty.</summary>
    public required ImmutableArray<Plan> Plans { get; init; }

    /// <summary>Access levels from the lowest (<c>none</c>) up. Empty exactly when the model has no areas.</summary>
    public ImmutableArray<AccessLevel> Levels { get; init; } = [];

    /// <summary>Areas in the order of the page, each with its sub-areas.</summary>
    public ImmutableArray<Area> Areas { get; init; } = [];

    /// <summary>Resources that are not areas, with their verbs, in document order.</summary>
    public ImmutableArray<Resource> Resources { get; init; } = [];

    /// <summary>Roles in the order of the page's columns. At least one is an admin.</summary>
    public required ImmutableArray<Role> Roles { get; init; }

    /// <summary>Common configurations that a member's grants can be filled from.</summary>
    public ImmutableArray<Preset> Presets { get; init; } = [];

    /// <summary>Features that only some plans, or only some roles, may use.</summary>
    public ImmutableArray<Gate> Gates { get; init; } = [];

    /// <summary>The rows of the page's role table. Which role holds a row is computed, never stored.</summary>
    public ImmutableArray<MatrixRow> Matrix { get; init; } = [];

    /// <summary>The action that each administrative operation needs; an operation without one is left to admins.</summary>
    public ImmutableSortedDictionary<AdministrativeOperation, string> Administration { get; init; } =
        ImmutableSortedDictionary<AdministrativeOperation, string>.Empty;

    /// <summary>Every action of the model, by name and by handle.</summary>
    public required ActionTable Actions { get; init; }

    /// <summary>The areas and sub-areas of the model, by id and by index, parents before their sub-areas.</summary>
    public required AreaTable AreaTable { get; init; }

    /// <summary>The areas and sub-areas at each level, by words such as <c>knowledge/faqs@edit</c>.</summary>
    public required LevelTable LevelTable { get; init; }

    /// <summary>The document that the model was read from, word for word: whoever reads it again has the same model.</summary>
    public string Document { get; init; } = "";

    /// <summary>The role with this id, or null.</summary>
    public Role? FindRole(string id) => Roles.FirstOrDefault(role => string.Equals(role.Id, id, StringComparison.Ordinal));

    /// <summary>The plan with this id, or null.</summary>
    public Plan? FindPlan(string id) => Plans.FirstOrDefault(plan => string.Equals(plan.Id, id, StringComparison.Ordinal));

    /// <summary>The preset with this id, or null.</summary>
    public Preset? FindPreset(string id) => Presets.FirstOrDefault(preset => string.Equals(preset.Id, id, StringComparison.Ordinal));

    /// <summary>What can be done to a resource, or in an area by whichever of its names; empty for what the model does not have.</summary>
    public ImmutableArray<string> VerbsOf(string resourceOrArea)
    {
        foreach (var resource in Resources)
            if (string.Equals(resource.Id, resourceOrArea, StringComparison.Ordinal)) return resource.Verbs;
        return AreaTable.TryFind(resourceOrArea, out _) || AreaTable.All.Any(area => area.SharedBy.Contains(resourceOrArea))
            ? Levels[^1].Verbs
            : [];
    }

    /// <summary>The place of a level in <see cref="Levels"/>, or -1.</summary>
    public int RankOf(string level)
    {
        for (var rank = 0; rank < Levels.Length; rank++)
            if (string.Equals(Levels[rank].Id, level, StringComparison.Ordinal)) return rank;
        return -1;
    }
}
