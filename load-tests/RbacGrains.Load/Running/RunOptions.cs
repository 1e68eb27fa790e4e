namespace RbacGrains.Load;

/// <summary>How scenarios are run.</summary>
public sealed record RunOptions
{
    /// <summary>For how long the load runs before it is measured; what it does then is not in the results. Default: 5 seconds.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The most iterations at once under an <see cref="OpenShape"/>, from 1; those beyond it wait in line, and the wait counts. Default: 256.
    /// </summary>
    public int MostAtOnce { get; init; } = 256;

    /// <summary>
    /// How long, after the end of an <see cref="OpenShape"/>, what is late may still begin and end; the rest counts as the error <c>not_begun</c>, with the time
    /// it has waited. Default: 10 seconds.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Draws the virtual users' random numbers, so that a run can be repeated. Default: 1.</summary>
    public int Seed { get; init; } = 1;
}
