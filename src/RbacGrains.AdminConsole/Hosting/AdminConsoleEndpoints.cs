using RbacGrains.AdminConsole.Layout;
using RbacGrains.Api;

namespace RbacGrains.AdminConsole;

/// <summary>Maps the console into an application, beside the HTTP API.</summary>
public static class AdminConsoleEndpoints
{
    /// <summary>
    /// Maps the pages, their files and their connection. To be called after the API is mapped, whose sign-in is found out first. Where nobody
    /// can sign in there are no pages, and the address says so.
    /// </summary>
    public static WebApplication MapRbacAdminConsole(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGet("/", () => Results.Redirect(ConsolePaths.Home)).ExcludeFromDescription();
        if (app.Services.GetService<SignInSettings>() is null)
        {
            app.MapGet(ConsolePaths.Home, WithoutSignIn).ExcludeFromDescription();
            app.MapGet(ConsolePaths.Home + "/{**page}", WithoutSignIn).ExcludeFromDescription();
            return app;
        }

        app.UseMiddleware<InvitationLanding>();
        app.UseMiddleware<ConsoleGate>();
        app.UseAntiforgery();
        app.MapGet(ConsolePaths.Assets + "/{**name}", (HttpContext context, string name, ConsoleAssets assets) => assets.Answer(context, name))
            .ExcludeFromDescription();
        app.MapGet(ConsolePaths.Session, () => Results.NoContent()).ExcludeFromDescription();
        app.MapGet(ConsolePaths.Home + "/{organization}/users.csv", UserExport.Answer).ExcludeFromDescription();
        // The policy of the page, which has no frame, is the one that counts; the framework would add one that allows our own.
        app.MapRazorComponents<App>().WithMetadata(PagePolicy.Value)
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    private static async Task WithoutSignIn(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        await SignInAnswers.Write(context, "The console is closed",
            "<p>Nobody can sign in to this service, so its console shows nothing. Its operator opens it by configuring a way to sign in (Rbac:SignIn).</p>");
    }
}
