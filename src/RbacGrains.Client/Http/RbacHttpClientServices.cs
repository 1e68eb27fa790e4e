using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace RbacGrains.Client;

/// <summary>Adds the grid to an application that reaches the service over HTTP.</summary>
public static class RbacHttpClientServices
{
    /// <summary>The name of the HTTP client, under which an application can add handlers of its own, such as for tracing or a proxy.</summary>
    public const string ClientName = "RbacGrains";

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Adds <see cref="IGrid"/>, which is the interface of the embedded host and of the Orleans client, and <see cref="IPermissions"/> unless there is
    /// one. An application moves between them by this one line.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Says where the service is, and with which key it is called. Mistakes end the start of the application.</param>
    /// <returns>The HTTP client, for handlers of the application's own.</returns>
    public static IHttpClientBuilder AddRbacHttpClient(this IServiceCollection services, Action<HttpGridOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<HttpGridOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HttpGridOptions>, HttpGridValidation>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new HttpCalls(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName),
            provider.GetRequiredService<IOptions<HttpGridOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IGrid>(provider => new HttpGrid(provider.GetRequiredService<HttpCalls>()));
        services.TryAddSingleton<IPermissions>(provider => new GridPermissions(provider.GetRequiredService<IGrid>()));
        // Connections are replaced often enough to follow the service's address, so one handler serves for good.
        return services.AddHttpClient(ClientName).SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient((provider, http) => Configure(http, provider.GetRequiredService<IOptions<HttpGridOptions>>().Value))
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<IOptions<HttpGridOptions>>().Value));
    }

    private static void Configure(HttpClient http, HttpGridOptions options)
    {
        var address = options.BaseAddress!.AbsoluteUri;
        http.BaseAddress = new Uri(address.EndsWith('/') ? address : address + '/');
        // Each attempt has its own, by the application's clock.
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.MaxResponseContentBufferSize = options.MaxAnswerBytes;
        http.DefaultRequestVersion = System.Net.HttpVersion.Version11;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrHigher;
    }

    // A redirection would carry the name of the acting user, and perhaps the key, to whoever the answer names.
    private static SocketsHttpHandler Handler(HttpGridOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        EnableMultipleHttp2Connections = true,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    };

    private sealed class HttpGridValidation : IValidateOptions<HttpGridOptions>
    {
        public ValidateOptionsResult Validate(string? name, HttpGridOptions options) =>
            options.Mistakes().ToList() is { Count: > 0 } mistakes ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;
    }
}
