using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RbacGrains.Client;

/// <summary>
/// Asks the grid for the organization's model, and remembers it: an organization lives by one model all its life. What is remembered ends after
/// a while all the same, because an organization may be deleted and made again.
/// </summary>
internal sealed class ModelDenialStatus(
    IGridSource grids, IOptions<RbacAuthorizationOptions> options, TimeProvider clock, ILogger<ModelDenialStatus> log) : IDenialStatus
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Remembering = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<int> Get(string organization, CancellationToken cancellationToken)
    {
        if (options.Value.DenialStatus is { } always) return always;
        if (_remembered.TryGetValue(organization, out var held) && clock.GetElapsedTime(held.Since) < Remembering) return held.Status;
        var since = clock.GetTimestamp();
        if (await Find(organization, cancellationToken) is not { } status) return StatusCodes.Status403Forbidden;
        // Who is over the bound starts anew: it costs one question for each organization that is denied something.
        if (_remembered.Count >= MostRemembered) _remembered.Clear();
        _remembered[organization] = new Remembered(status, since);
        return status;
    }

    private async ValueTask<int?> Find(string organization, CancellationToken cancellationToken)
    {
        try
        {
            if (grids.Grid is not { } grid) return null;
            var view = await grid.Organization(organization).Get(Caller.Service, cancellationToken);
            return view.Succeeded ? grids.Models.Find(view.Value.Model)?.DenialStatus : null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The denial itself stands; only its number is not known.
            AuthorizationLog.DenialStatusUnknown(log, failure, organization);
            return null;
        }
    }

    private readonly record struct Remembered(int Status, long Since);
}
