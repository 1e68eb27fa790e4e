using Microsoft.AspNetCore.Http;

namespace RbacGrains.Client;

/// <summary>
/// Who acts, and where: what a requirement is judged by. A handler of a minimal API may have it as a parameter, and then acts exactly where
/// it was authorized.
/// </summary>
/// <param name="User">The user.</param>
/// <param name="Organization">The organization.</param>
/// <param name="Project">The project within it; null for the organization itself.</param>
public sealed record RequestScope(string User, string Organization, string? Project)
{
    /// <summary>Gives minimal APIs their parameter. Null, which they answer with 400, where the request names no organization.</summary>
    public static async ValueTask<RequestScope?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (await context.GetRequestScope()).Value;
    }
}
