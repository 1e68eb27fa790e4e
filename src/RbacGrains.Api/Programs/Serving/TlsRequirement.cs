using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;

namespace RbacGrains.Api;

/// <summary>
/// Refuses requests without TLS. A page that a person opens is sent on to TLS; a program is refused instead, since whoever is redirected goes on
/// sending a key in the clear first, each time, and nobody notices.
/// </summary>
internal sealed class TlsRequirement(RequestDelegate next, IServer server, IConfiguration configuration)
{
    private const int HttpsPort = 443;

    /// <summary>Passes the request on, redirects or refuses it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.IsHttps || HealthEndpoints.IsHealth(request.Path)) return next(context);
        if (!IsPage(request) || Port() is not { } port || request.Host.Host is not { Length: > 0 } host)
            return new ProblemResult(new Problem(StatusCodes.Status403Forbidden, ProblemCodes.TlsRequired,
                "This service is used by https only. What was sent has crossed the network in the clear: replace a key that was among it.")).ExecuteAsync(context);
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        var authority = port == HttpsPort ? new HostString(host) : new HostString(host, port);
        context.Response.Headers.Location = $"https://{authority.ToUriComponent()}{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}";
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Authorization.Count == 0
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private int? Port()
    {
        if (int.TryParse(configuration["https_port"], out var configured)) return configured;
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var secure = addresses.FirstOrDefault(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
        return secure is null ? null : BindingAddress.Parse(secure).Port;
    }
}
