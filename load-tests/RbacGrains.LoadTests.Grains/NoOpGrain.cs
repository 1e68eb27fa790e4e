using Orleans.Concurrency;

namespace RbacGrains.LoadTests;

/// <inheritdoc cref="INoOpGrain"/>
[Reentrant]
internal sealed class NoOpGrain(IGrainContext context) : IGrainBase, INoOpGrain
{
    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;

    /// <inheritdoc/>
    public ValueTask Do() => default;
}
