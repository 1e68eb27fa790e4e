using RbacGrains.Samples.Letta.Workspaces;

namespace RbacGrains.Samples.Letta.Endpoints;

/// <summary>Other services that Letta calls.</summary>
internal static class IntegrationEndpoints
{
    public static void MapIntegrations(this RouteGroupBuilder group)
    {
        var integrations = group.MapGroup("integrations").RequireAction("integrations:manage");

        integrations.MapGet("", (RequestScope scope, WorkspaceCatalog workspaces) => workspaces.Of(scope.Organization).Integrations.All);

        integrations.MapPut("{name}", (RequestScope scope, string name, UrlBody body, WorkspaceCatalog workspaces) =>
            Uri.TryCreate(body.Url, UriKind.Absolute, out var url)
                ? Results.Ok(workspaces.Of(scope.Organization).Integrations.Put(name, new Integration(name, url.ToString())))
                : Answers.Missing("url"));

        integrations.MapDelete("{name}", (RequestScope scope, string name, WorkspaceCatalog workspaces) =>
            workspaces.Of(scope.Organization).Integrations.Remove(name) ? Results.NoContent() : Answers.NotFound);
    }

    private sealed record UrlBody(string? Url);
}
