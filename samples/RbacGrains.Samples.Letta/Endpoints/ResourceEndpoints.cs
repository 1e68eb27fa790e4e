using RbacGrains.Samples.Letta.Workspaces;

namespace RbacGrains.Samples.Letta.Endpoints;

/// <summary>Projects, agents, data sources, tools and templates: read, created, updated, deleted.</summary>
internal static class ResourceEndpoints
{
    /// <summary>Maps the endpoints of one kind.</summary>
    /// <param name="group">The organization's endpoints.</param>
    /// <param name="path">The kind's segment of the path.</param>
    /// <param name="resource">The kind as the model calls it.</param>
    /// <param name="shelf">Where the things of the kind are.</param>
    public static void MapResources(this RouteGroupBuilder group, string path, string resource, Func<Workspace, Shelf<Resource>> shelf)
    {
        var kind = group.MapGroup(path);

        kind.MapGet("", (RequestScope scope, WorkspaceCatalog workspaces) => shelf(workspaces.Of(scope.Organization)).All)
            .RequireAction($"{resource}:read");

        kind.MapGet("{id}", (RequestScope scope, string id, WorkspaceCatalog workspaces) =>
                shelf(workspaces.Of(scope.Organization)).Find(id) is { } found ? Results.Ok(found) : Answers.NotFound)
            .RequireAction($"{resource}:read");

        kind.MapPost("", (RequestScope scope, ResourceBody body, WorkspaceCatalog workspaces) =>
            {
                if (string.IsNullOrWhiteSpace(body.Name)) return Answers.Missing("name");
                var made = new Resource(workspaces.NewId(), body.Name, body.Description ?? "");
                return Results.Created((string?)null, shelf(workspaces.Of(scope.Organization)).Put(made.Id, made));
            })
            .RequireAction($"{resource}:create");

        kind.MapPatch("{id}", (RequestScope scope, string id, ResourceBody body, WorkspaceCatalog workspaces) =>
                shelf(workspaces.Of(scope.Organization)).Change(
                    id, present => present with { Name = body.Name ?? present.Name, Description = body.Description ?? present.Description })
                is { } changed ? Results.Ok(changed) : Answers.NotFound)
            .RequireAction($"{resource}:update");

        kind.MapDelete("{id}", (RequestScope scope, string id, WorkspaceCatalog workspaces) =>
                shelf(workspaces.Of(scope.Organization)).Remove(id) ? Results.NoContent() : Answers.NotFound)
            .RequireAction($"{resource}:delete");
    }
}
