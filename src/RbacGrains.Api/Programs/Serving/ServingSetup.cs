using System.Security.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;

namespace RbacGrains.Api;

/// <summary>Applies <see cref="ServingSettings"/> to a program.</summary>
internal static class ServingSetup
{
    /// <summary>Adds what the settings ask for.</summary>
    public static WebApplicationBuilder AddServing(this WebApplicationBuilder builder, ServingSettings settings)
    {
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(_ => new RequestLimits(settings.Limits));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            settings.Limits.Server.ApplyTo(kestrel.Limits);
            kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
        });
        if (settings.SignIn.IsOffered) builder.Services.AddSignIn(settings.SignIn);
        return builder;
    }

    /// <summary>Whose word is taken for where a request comes from, and whether by TLS: nobody's unless it was said.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Services.GetService<ServingSettings>() is not { TrustedProxies: { IsEmpty: false } proxies }) return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As far back as each hop is one of them.
            ForwardLimit = null,
        };
        // It knows the loopback address by default, which is whoever runs on this machine.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(options);
    }

    /// <summary>What every request meets before its endpoint.</summary>
    public static void UseServing(this WebApplication app)
    {
        if (app.Services.GetService<ServingSettings>() is not { } settings) return;
        if (settings.RequireTls) app.UseMiddleware<TlsRequirement>();
        if (settings.Limits.Address.IsLimited) app.UseMiddleware<AddressLimit>();
        if (settings.SignIn.IsOffered) app.UseAuthentication();
    }
}
