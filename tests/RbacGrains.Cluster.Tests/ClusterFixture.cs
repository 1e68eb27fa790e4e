namespace RbacGrains.Cluster.Tests;

/// <summary>One cluster for tests that do it no harm, started when the first one asks.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private readonly Lazy<Task<ClusterProcesses>> _cluster = new(() => ClusterProcesses.Start());

    /// <summary>The cluster.</summary>
    internal Task<ClusterProcesses> Cluster => _cluster.Value;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_cluster.IsValueCreated && _cluster.Value.IsCompletedSuccessfully) await (await _cluster.Value).DisposeAsync();
    }
}
