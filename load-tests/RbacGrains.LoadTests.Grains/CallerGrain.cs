namespace RbacGrains.LoadTests;

/// <inheritdoc cref="ICallerGrain"/>
internal sealed class CallerGrain(IGrainContext context, IGrainFactory grains, IGrid grid) : IGrainBase, ICallerGrain
{
    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;

    /// <inheritdoc/>
    public Task<long> Run(CallKind kind, TimeSpan duration, string organization, string action, int users) =>
        new CallLoop(grains, grid, organization, action, users).Run(kind, (int)this.GetPrimaryKeyLong() * 31, duration);
}
