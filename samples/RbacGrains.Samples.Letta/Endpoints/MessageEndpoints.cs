using RbacGrains.Samples.Letta.Workspaces;

namespace RbacGrains.Samples.Letta.Endpoints;

/// <summary>What is said to agents.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this RouteGroupBuilder group)
    {
        group.MapGet("agents/{id}/messages", (RequestScope scope, string id, WorkspaceCatalog workspaces) =>
                workspaces.Of(scope.Organization).Conversations.Find(id) is { } found ? Results.Ok(found.Messages) : Answers.NotFound)
            .RequireAction("agents:read");

        group.MapPost("agents/{id}/messages", (RequestScope scope, string id, MessageBody body, WorkspaceCatalog workspaces) =>
            {
                if (string.IsNullOrEmpty(body.Text)) return Answers.Missing("text");
                return workspaces.Tell(scope, id, body.Text) is { } answer ? Results.Ok(answer) : Answers.NotFound;
            })
            .RequireAction("agents:message");
    }

    private sealed record MessageBody(string? Text);
}
