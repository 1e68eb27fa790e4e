using System.CommandLine;

namespace RbacGrains.Load.Scenarios;

/// <summary>A kind of target, as it is chosen on the command line.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Options">Options of its own.</param>
/// <param name="Open">
/// Opens it. What the options make impossible is an <see cref="ArgumentException"/> whose message says so.
/// </param>
public sealed record TargetKind(
    string Name, string Description, IReadOnlyList<Option> Options, Func<ParseResult, CancellationToken, Task<ILoadTarget>> Open);
