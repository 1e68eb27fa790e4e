using System.Security.Cryptography;
using System.Text;
using RbacGrains.Samples.Letta.Workspaces;

namespace RbacGrains.Samples.Letta.Endpoints;

/// <summary>Keys of Letta's API: editors make and read them, only admins delete them.</summary>
internal static class ApiKeyEndpoints
{
    public static void MapApiKeys(this RouteGroupBuilder group)
    {
        group.MapGet("api-keys", (RequestScope scope, WorkspaceCatalog workspaces) =>
                workspaces.Of(scope.Organization).ApiKeys.All.Select(key => new { key.Id, key.Name }))
            .RequireAction("api_keys:read");

        group.MapPost("api-keys", (RequestScope scope, KeyBody body, WorkspaceCatalog workspaces) =>
            {
                if (string.IsNullOrWhiteSpace(body.Name)) return Answers.Missing("name");
                var secret = RandomNumberGenerator.GetHexString(40, lowercase: true);
                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
                var key = new ApiKey(workspaces.NewId(), body.Name, hash);
                workspaces.Of(scope.Organization).ApiKeys.Put(key.Id, key);
                return Results.Created((string?)null, new { key.Id, key.Name, Secret = secret });
            })
            .RequireAction("api_keys:create");

        group.MapDelete("api-keys/{id}", (RequestScope scope, string id, WorkspaceCatalog workspaces) =>
                workspaces.Of(scope.Organization).ApiKeys.Remove(id) ? Results.NoContent() : Answers.NotFound)
            .RequireAction("api_keys:delete");
    }

    private sealed record KeyBody(string? Name);
}
