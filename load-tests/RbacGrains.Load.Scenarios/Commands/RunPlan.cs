namespace RbacGrains.Load.Scenarios;

/// <summary>What a command line asks for.</summary>
/// <param name="Entries">The scenarios.</param>
/// <param name="Kind">The target.</param>
/// <param name="Shape">How much load.</param>
/// <param name="Options">How it is run.</param>
/// <param name="Size">How many organizations and members.</param>
/// <param name="Folder">Where the report goes; null for the terminal alone.</param>
internal sealed record RunPlan(
    IReadOnlyList<ScenarioEntry> Entries, TargetKind Kind, LoadShape Shape, RunOptions Options, PopulationSize Size, string? Folder);
