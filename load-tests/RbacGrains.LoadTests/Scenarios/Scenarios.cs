namespace RbacGrains.LoadTests;

/// <summary>The scenarios, by name.</summary>
internal static class Scenarios
{
    /// <summary>Their names.</summary>
    public static readonly string[] Names = ["checks", "batch", "changes", "invitations", "noop"];

    /// <summary>Makes a scenario.</summary>
    /// <exception cref="ArgumentException">The target cannot do that, or there is none of that name.</exception>
    public static IScenario Make(string name, Target target, World world) => name switch
    {
        "checks" => new ChecksScenario(world),
        "batch" => new BatchScenario(world),
        "changes" => new ChangesScenario(world),
        "invitations" => new InvitationsScenario(world),
        "noop" when target.HasNoOps => new NoOpScenario(target.Grains, world),
        "noop" => throw new ArgumentException("Grains that do nothing live in this program's own silo only: use --in-process, or 'compare'."),
        _ => throw new ArgumentException($"There is no scenario '{name}'."),
    };
}
