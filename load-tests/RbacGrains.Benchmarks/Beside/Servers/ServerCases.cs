using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;

namespace RbacGrains.Benchmarks;

/// <summary>The cases of all products, as one server is asked them.</summary>
internal sealed class ServerCases(IAskedServer server, IEnumerable<Product> products)
{
    private readonly ImmutableArray<(Product Product, BesideCase Case)> _cases = Mix(products);

    public IAskedServer Server { get; } = server;

    /// <summary>What was measured.</summary>
    public List<Latencies> Runs { get; } = [];

    /// <summary>The processor time that the server has used for <see cref="Runs"/>.</summary>
    public TimeSpan Processor { get; private set; }

    /// <summary>The processor time that this process has used for them, as the client.</summary>
    public TimeSpan ClientProcessor { get; private set; }

    /// <summary>Asks every case once; returns how many answers were wrong.</summary>
    public async Task<int> Verify()
    {
        using var http = new HttpClient { BaseAddress = Server.Process.Address };
        var wrong = 0;
        foreach (var (product, one) in _cases)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.Path, UriKind.Relative))
            {
                Content = new StringContent(Server.Body(product, one), Encoding.UTF8, "application/json"),
            };
            if (Server.KeyFor(product) is { } key) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{Server.Name} does not answer {one}: {text}");
            if (Server.Allows(text, one) == one.Allowed) continue;
            if (wrong++ == 0) await Console.Error.WriteLineAsync($"{Server.Name} is wrong about {one}: {text}");
        }

        return wrong;
    }

    /// <summary>Asks over so many connections for so long, each its own part of the cases.</summary>
    public async Task<Latencies> Load(int connections, TimeSpan duration)
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Connection.Open(Server.Process.Address, Requests(number, connections))));
        try
        {
            var (server, client) = (Server.Process.ProcessorTime, Environment.CpuUsage.TotalTime);
            var run = PolledLoop.Run(opened, duration);
            Runs.Add(run);
            Processor += Server.Process.ProcessorTime - server;
            ClientProcessor += Environment.CpuUsage.TotalTime - client;
            return run;
        }
        finally
        {
            foreach (var connection in opened) connection.Dispose();
        }
    }

    /// <summary>Begins anew, once the server is warm.</summary>
    public void Forget()
    {
        Runs.Clear();
        Processor = ClientProcessor = TimeSpan.Zero;
    }

    private byte[][] Requests(int connection, int connections) =>
    [
        .. _cases.Where((_, number) => number % connections == connection).Select(one => Connection.Request(
            Server.Process.Address, Server.Path, Server.KeyFor(one.Product), Server.Body(one.Product, one.Case))),
    ];

    private static ImmutableArray<(Product Product, BesideCase Case)> Mix(IEnumerable<Product> products)
    {
        var all = products.SelectMany(product => product.Cases.Select(one => (product, one))).ToArray();
        new Random(1).Shuffle(all);
        return [.. all];
    }
}
