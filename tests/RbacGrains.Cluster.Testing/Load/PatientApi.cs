using System.Diagnostics;

namespace RbacGrains.Cluster.Testing;

/// <summary>
/// The nodes as a client behind a load balancer meets them: what is lost is sent again, to the next node. All that it
/// sends may be sent twice: checks, and changes with a name.
/// </summary>
internal sealed class PatientApi(IReadOnlyList<NodeApi> nodes, Timeline timeline)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Sends until it is answered, or a minute is over.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="first">The node to begin with.</param>
    /// <param name="send">Sends it to a node.</param>
    public async Task<NodeAnswer> Send(OperationKind kind, int first, Func<NodeApi, Task<NodeAnswer>> send)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var answer = await send(nodes[(first + attempt - 1) % nodes.Count]);
            var isOver = Stopwatch.GetElapsedTime(begun) > Patience;
            if (!answer.IsLoss || isOver)
            {
                timeline.Note(kind, begun, attempt, answer.IsLoss);
                return answer;
            }
            await Task.Delay(Pause);
        }
    }
}
