using RbacGrains.Testing;

namespace RbacGrains.Silo.Tests;

/// <summary>Traces and metrics leave the node where the environment says so.</summary>
public sealed class OtlpTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Traces_and_metrics_are_sent_over_otlp()
    {
        await using var receiver = await OtlpReceiver.Start();
        using var node = NodeProcess.Start(
            _directory.Path,
            ["--development"],
            ("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Url),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_SERVICE_NAME", "the-name-of-the-operator"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
            ("OTEL_BSP_SCHEDULE_DELAY", "200"));
        using var http = await node.Connect();
        await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        await http.GetAsync(new Uri("/v1/models", UriKind.Relative));

        var traces = await receiver.Until("/v1/traces", "Microsoft.AspNetCore", "the-name-of-the-operator");
        var metrics = await receiver.Until("/v1/metrics", "Microsoft.Orleans", "System.Runtime", "Microsoft.AspNetCore.Hosting");

        Assert.DoesNotContain("/health", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("rbac-grains", metrics, StringComparison.Ordinal);
        await node.Terminate();
        Assert.Equal(0, await node.WaitForExit());
    }

    public void Dispose() => _directory.Dispose();
}
