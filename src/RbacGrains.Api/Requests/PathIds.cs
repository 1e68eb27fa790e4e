using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Reads what a path names. The server has decoded all of it but <c>%2F</c>, which no id may contain.</summary>
internal static class PathIds
{
    /// <summary>An id.</summary>
    /// <exception cref="RequestException">It is none.</exception>
    public static string Read(HttpContext context, string name, string what)
    {
        var id = (string)context.Request.RouteValues[name]!;
        return Identifier.IsValid(id) ? id : throw new RequestException(Errors.InvalidId(what, id).ToProblem());
    }

    /// <summary>An action, whose slash may be written as it is or encoded.</summary>
    public static string ReadAction(HttpContext context)
    {
        var values = context.Request.RouteValues;
        var action = ((string)values["action"]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return values.TryGetValue("area", out var area) ? $"{area}/{action}" : action;
    }
}
