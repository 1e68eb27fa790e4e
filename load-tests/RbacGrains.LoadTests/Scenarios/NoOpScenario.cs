namespace RbacGrains.LoadTests;

/// <summary>Calls of grains that do nothing, as many grains as there are members.</summary>
internal sealed class NoOpScenario(IGrainFactory grains, World world) : IScenario
{
    /// <inheritdoc/>
    public string Name => "noop";

    /// <inheritdoc/>
    public async ValueTask<string?> Run(int worker, long number)
    {
        await grains.GetGrain<INoOpGrain>(
            world.Member(Random.Shared.Next(world.Organizations), Random.Shared.Next(world.Members))).Do();
        return null;
    }
}
