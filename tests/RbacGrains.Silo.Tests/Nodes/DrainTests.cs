using System.Net;
using RbacGrains.Testing;

namespace RbacGrains.Silo.Tests;

/// <summary>How a node starts, says how it is, and goes.</summary>
public sealed class DrainTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_node_that_is_asked_to_stop_says_so_first_and_answers_on_for_the_delay()
    {
        using var node = NodeProcess.Start(_directory.Path, ["--development", "--Rbac:Drain:Delay", "00:00:03"]);
        using var http = await node.Connect();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(Ready)).StatusCode);

        await node.Terminate();
        var refused = await FirstRefusal(http);

        Assert.Contains("stopping", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/v1/models", UriKind.Relative))).StatusCode);
        Assert.Equal(0, await node.WaitForExit());
        Assert.Contains("Stopped", node.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_healthcheck_switch_answers_with_its_exit_code()
    {
        using var node = NodeProcess.Start(_directory.Path, ["--development"]);
        using var http = await node.Connect();
        using var output = new StringWriter();

        Assert.Equal(0, await HealthCheck.Run(["--healthcheck", $"{http.BaseAddress}health/ready"], output));
        Assert.Equal(1, await HealthCheck.Run(["--healthcheck", $"{http.BaseAddress}health/nothing"], output));
        Assert.Equal(1, await HealthCheck.Run(["--healthcheck", $"http://127.0.0.1:{FreePorts.Find(1)[0]}/"], output));
        Assert.Equal(2, await HealthCheck.Run(["--healthcheck"], output));
    }

    public void Dispose() => _directory.Dispose();

    private static Uri Ready => new("/health/ready", UriKind.Relative);

    // The signal takes a moment to arrive; the node closes its port in the end, so this ends in any case.
    private static async Task<string> FirstRefusal(HttpClient http)
    {
        while (true)
        {
            using var answer = await http.GetAsync(Ready);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return await answer.Content.ReadAsStringAsync();
        }
    }
}
