using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using RbacGrains.Model;

namespace RbacGrains.Samples.Letta.SignIn;

/// <summary>
/// Believes whoever says who they are, in the header <c>Letta-User</c> or the cookie <c>letta-user</c>. It is for trying the sample out, and refuses to run outside
/// the environment Development. An application has OpenID Connect here, or JWT bearer tokens; nothing else of the sample would change.
/// </summary>
internal sealed class DevelopmentSignIn(IOptionsMonitor<DevelopmentSignInOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<DevelopmentSignInOptions>(options, loggers, encoder)
{
    public new const string Scheme = "Development";

    public const string Header = "Letta-User";

    public const string Cookie = "letta-user";

    /// <summary>Keeps the application from starting where somebody could reach it who should not.</summary>
    public static void RequireDevelopment(IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
            throw new InvalidOperationException(
                "This sample lets in whoever says who they are, so it runs in the environment Development only (ASPNETCORE_ENVIRONMENT=Development).");
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var said = Request.Headers.TryGetValue(Header, out var header) ? header.ToString() : Request.Cookies[Cookie];
        if (said is null) return Task.FromResult(AuthenticateResult.NoResult());
        if (!Identifier.IsValid(said)) return Task.FromResult(AuthenticateResult.Fail($"The {Header} is no user id."));
        var identity = new ClaimsIdentity([new Claim("sub", said)], Scheme, "sub", null);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            Response.Redirect(SignInEndpoints.Path);
            return Task.CompletedTask;
        }

        Response.Headers.WWWAuthenticate = $"{Scheme} header=\"{Header}\"";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}

/// <summary>It has none.</summary>
internal sealed class DevelopmentSignInOptions : AuthenticationSchemeOptions;
