using Microsoft.Extensions.Hosting;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>Ready from the moment the grid answers until the process is asked to stop.</summary>
internal sealed class GridReadiness(
    Lazy<IGrid> grid, IHostApplicationLifetime lifetime, ILogger<GridReadiness> log) : IReadiness
{
    /// <inheritdoc/>
    public async ValueTask<string?> FindObstacle(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return "The service is stopping.";
        try
        {
            var listed = await grid.Value.Tenants.List(Caller.Service, new PageRequest(Size: 1), cancellationToken);
            return listed.Error?.Message;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            ApiLog.NotReady(log, failure);
            return "The grid cannot be asked; the log says why.";
        }
    }
}
