
namespace RbacGrains.Api;

/// <summary>Where people sign in and out. They are pages for browsers, not calls of the API, and there only where it is configured.</summary>
internal static class SignInEndpoints
{
    /// <summary>Where people sign in.</summary>
    public const string SignIn = "/signin";

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        if (app.Services.GetService<SignInPages>() is not { } pages) return;
        Add("GET", SignIn, pages.Begin, ContentPolicy.Form);
        Add("POST", "/signout", pages.SignOut, ContentPolicy.Nothing);
        if (app.Services.GetService<DevelopmentSignIn>() is { } development) Add("POST", "/signin/development", development.SignIn, ContentPolicy.Nothing);

        void Add(string method, string path, RequestDelegate page, ContentPolicy policy) =>
            app.MapMethods(path, [method], context => Answer(context, page)).WithMetadata(policy).ExcludeFromDescription();
    }

    private static async Task Answer(HttpContext context, RequestDelegate page)
    {
        try
        {
            context.RequestServices.GetRequiredService<RequestLimits>().RequireAnonymous(context.Connection.RemoteIpAddress);
            await page(context);
        }
        catch (RequestException mistake)
        {
            await context.RequestServices.GetRequiredService<SignInAnswers>().Refuse(context, mistake.Problem);
        }
        catch (SignInException failure)
        {
            if (failure.Cause is { } cause)
                SignInLog.Failed(context.RequestServices.GetRequiredService<ILogger<SignInPages>>(), cause);
            await context.RequestServices.GetRequiredService<SignInAnswers>().Refuse(context, failure.Problem);
        }
    }
}
