using Microsoft.AspNetCore.Mvc;
using RbacGrains.Model;

namespace RbacGrains.Samples.Letta.SignIn;

/// <summary>Where somebody with a browser says who they are. The page itself is <c>Pages/SignIn.cshtml</c>.</summary>
internal static class SignInEndpoints
{
    public const string Path = "/sign-in";

    public static void MapSignIn(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, (HttpContext context, [FromForm] string user) =>
            {
                if (!Identifier.IsValid(user)) return Results.Problem("That is no user id.", statusCode: 400);
                context.Response.Cookies.Append(
                    DevelopmentSignIn.Cookie, user, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps });
                return Results.Redirect($"/organizations/{Seed.Organization}");
            })
            .AllowAnonymous();
}
