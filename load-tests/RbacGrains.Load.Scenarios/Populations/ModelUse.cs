using System.Collections.Immutable;

namespace RbacGrains.Load.Scenarios;

/// <summary>How organizations of a model are filled.</summary>
/// <param name="Model">The model.</param>
/// <param name="Kinds">The kinds of members there are; an answer is known for each kind.</param>
/// <param name="Pattern">The kinds of ten members in a row, as places in <paramref name="Kinds"/>; it repeats.</param>
internal sealed record ModelUse(string Model, ImmutableArray<MemberAssignment> Kinds, ImmutableArray<int> Pattern)
{
    /// <summary>Letta: six of ten are analysts, three editors, one is an admin.</summary>
    public static ModelUse Letta { get; } = new(
        "letta", [.. Roles("analyst", "editor", "admin")], [0, 0, 1, 0, 0, 1, 0, 2, 0, 1]);

    /// <summary>Humanloop: five of ten are members, four developers, one is an admin.</summary>
    public static ModelUse Humanloop { get; } = new(
        "humanloop", [.. Roles("member", "developer", "admin")], [0, 1, 0, 1, 0, 2, 0, 1, 0, 1]);

    /// <summary>Agent Studio: nine of ten are members with one of the four common configurations, one is an admin.</summary>
    public static ModelUse AgentStudio { get; } = new(
        "agent-studio",
        [.. Presets("read-only-reviewer", "knowledge-editor", "full-developer", "operations-manager"), .. Roles("admin")],
        [0, 1, 2, 0, 3, 1, 0, 2, 4, 1]);

    private static IEnumerable<MemberAssignment> Roles(params string[] roles) => roles.Select(role => new MemberAssignment { Role = role });

    private static IEnumerable<MemberAssignment> Presets(params string[] presets) =>
        presets.Select(preset => new MemberAssignment { Role = "member", Preset = preset });
}
