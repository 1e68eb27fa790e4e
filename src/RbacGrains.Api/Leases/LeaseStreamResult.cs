using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Features;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>
/// Answers with a session's stream of server-sent events (WHATWG HTML, "Server-sent events"): <c>session</c> first, then <c>drop</c>, and
/// <c>alive</c> where there is nothing else to say. When the stream ends, so does the session: nobody can be told anything any more.
/// </summary>
/// <param name="stream">What is to be dropped.</param>
/// <param name="session">The session.</param>
/// <param name="stopping">The service is about to stop, and ends its streams.</param>
internal sealed class LeaseStreamResult(LeaseStream stream, ILeaseSession session, CancellationToken stopping) : IResult
{
    private const int WordsPerLease = 3;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // Proxies that would keep it back until it is whole.
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await TypedResults.ServerSentEvents(Events(end.Token)).ExecuteAsync(httpContext);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
        }
        finally
        {
            await session.Abandon();
        }
    }

    private async IAsyncEnumerable<SseItem<LeaseEventJson>> Events([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new SseItem<LeaseEventJson>(
            new LeaseEventJson { Session = session.Id, LeaseMs = (long)session.Lease.TotalMilliseconds }, "session");
        while (!cancellationToken.IsCancellationRequested)
        {
            DropsJson? drops;
            try
            {
                drops = await stream.Next(session.Lease / WordsPerLease, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
            yield return drops is null
                ? new SseItem<LeaseEventJson>(new LeaseEventJson(), "alive")
                : new SseItem<LeaseEventJson>(
                    new LeaseEventJson { Number = drops.Number, Users = drops.Users, Organizations = drops.Organizations }, "drop");
        }
    }
}
