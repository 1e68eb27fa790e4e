namespace RbacGrains.Grains.Tests;

/// <summary>A cluster of two silos, used through an Orleans client.</summary>
internal sealed class ClusterGridHost : IGridHost
{
    private readonly GridCluster _cluster;

    private ClusterGridHost(GridCluster cluster) => _cluster = cluster;

    public IGrid Grid => _cluster.Grid;

    public ManualClock Clock => _cluster.Clock;

    public static async Task<IGridHost> Start() => new ClusterGridHost(await GridCluster.Start());

    public async Task Restart()
    {
        await _cluster.Kill();
        await _cluster.Deploy();
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
