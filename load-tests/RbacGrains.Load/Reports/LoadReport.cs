namespace RbacGrains.Load;

/// <summary>What a run of the program has measured.</summary>
/// <param name="Title">What it was.</param>
/// <param name="Target">What was loaded.</param>
/// <param name="BegunAt">When it began, in UTC.</param>
/// <param name="Settings">How it was run, by name.</param>
/// <param name="Machine">Where it ran.</param>
/// <param name="Scenarios">What was measured, in order.</param>
public sealed record LoadReport(
    string Title,
    string Target,
    DateTimeOffset BegunAt,
    IReadOnlyList<Fact> Settings,
    IReadOnlyList<Fact> Machine,
    IReadOnlyList<ScenarioReport> Scenarios);

/// <summary>Something that is so.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">How.</param>
public sealed record Fact(string Name, string Value);
