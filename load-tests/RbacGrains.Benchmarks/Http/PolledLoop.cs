using System.Diagnostics;
using System.Net.Sockets;
using RbacGrains.Load;

namespace RbacGrains.Benchmarks;

/// <summary>
/// So many connections on one thread that waits for all of them at once, each sending its next request when its last is answered. For each request
/// it makes two calls of the system and a part of a third, and leaves the rest of the machine to the server.
/// </summary>
internal static class PolledLoop
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Asks for so long.</summary>
    /// <exception cref="IOException">A server closed a connection, answered with an error, or not at all.</exception>
    public static Latencies Run(IReadOnlyList<Connection> connections, TimeSpan duration)
    {
        var numbers = connections.Select((connection, number) => (connection.Socket, number)).ToDictionary(one => one.Socket, one => one.number);
        var waiting = new List<Socket>(numbers.Keys);
        var (ready, sent, durations) = (new List<Socket>(), new long[connections.Count], new Histogram());
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < connections.Count; number++)
        {
            sent[number] = Stopwatch.GetTimestamp();
            connections[number].Send();
        }

        while (waiting.Count > 0)
        {
            ready.Clear();
            ready.AddRange(waiting);
            Socket.Select(ready, null, null, Longest);
            if (ready.Count == 0) throw new IOException("The server does not answer.");
            foreach (var socket in ready)
            {
                var number = numbers[socket];
                if (!connections[number].Receive()) continue;
                var now = Stopwatch.GetTimestamp();
                durations.Record(Stopwatch.GetElapsedTime(sent[number], now));
                if (Stopwatch.GetElapsedTime(start, now) >= duration)
                {
                    waiting.Remove(socket);
                    continue;
                }

                sent[number] = now;
                connections[number].Send();
            }
        }

        return new Latencies(durations, Stopwatch.GetElapsedTime(start));
    }
}
