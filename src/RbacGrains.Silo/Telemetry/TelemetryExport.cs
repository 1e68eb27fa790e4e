using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace RbacGrains.Silo;

/// <summary>
/// Sends traces and metrics over OTLP as long as the node runs. Everything about it is OpenTelemetry's own environment:
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> turns it on, <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_SERVICE_NAME</c>,
/// <c>OTEL_TRACES_SAMPLER</c> and <c>OTEL_METRIC_EXPORT_INTERVAL</c> mean what they mean everywhere.
/// </summary>
internal sealed class TelemetryExport(SiloSettings settings, ILogger<TelemetryExport> log) : IHostedService, IDisposable
{
    /// <summary>The environment variable that turns it on.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string ServiceName = "rbac-grains";

    private TracerProvider? _traces;
    private MeterProvider? _meters;

    /// <summary>Adds it where the environment asks for it.</summary>
    public static void AddTo(IServiceCollection services)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint))) services.AddHostedService<TelemetryExport>();
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // What the environment says of the service wins over what is known here.
        var resource = ResourceBuilder.CreateEmpty()
            .AddService(ServiceName, serviceNamespace: settings.Cluster.ClusterId, serviceInstanceId: Instance())
            .AddTelemetrySdk().AddEnvironmentVariableDetector();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(TelemetrySources.Traces).AddOtlpExporter().Build();
        _meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(TelemetrySources.Meters).AddOtlpExporter().Build();
        SiloLog.Exporting(log, Environment.GetEnvironmentVariable(Endpoint)!, ServiceName);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what has not been sent yet; a collector that does not answer is not waited for long.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _meters?.Dispose();
    }

    private string Instance() => $"{Environment.MachineName}:{settings.Cluster.SiloPort}";
}
