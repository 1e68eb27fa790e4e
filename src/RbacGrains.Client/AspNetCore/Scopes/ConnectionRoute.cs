using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace RbacGrains.Client;

/// <summary>
/// The route of the request that opened a SignalR connection. With long polling the framework keeps a copy of that request, which has lost
/// its route values: the organization must not then come from the next source, so they are read from the path again.
/// </summary>
internal static class ConnectionRoute
{
    public static IReadOnlyDictionary<string, object?> ValuesOf(HttpContext connection)
    {
        var values = connection.Request.RouteValues;
        if (values.Count > 0 || connection.GetEndpoint() is not RouteEndpoint { RoutePattern: var pattern }) return values;

        var again = new RouteValueDictionary();
        return new TemplateMatcher(new RouteTemplate(pattern), new RouteValueDictionary(pattern.Defaults)).TryMatch(connection.Request.Path, again)
            ? again
            : values;
    }
}
