using RbacGrains.Samples.Letta.Workspaces;

namespace RbacGrains.Samples.Letta.Endpoints;

/// <summary>The organization's environment variables, which are updated by being set and unset.</summary>
internal static class EnvironmentVariableEndpoints
{
    public static void MapEnvironmentVariables(this RouteGroupBuilder group)
    {
        var variables = group.MapGroup("environment-variables").RequireAction("environment_variables:update");

        variables.MapPut("{name}", (RequestScope scope, string name, ValueBody body, WorkspaceCatalog workspaces) =>
            body.Value is null
                ? Answers.Missing("value")
                : Results.Ok(workspaces.Of(scope.Organization).EnvironmentVariables.Put(name, new EnvironmentVariable(name, body.Value))));

        variables.MapDelete("{name}", (RequestScope scope, string name, WorkspaceCatalog workspaces) =>
            workspaces.Of(scope.Organization).EnvironmentVariables.Remove(name) ? Results.NoContent() : Answers.NotFound);
    }

    private sealed record ValueBody(string? Value);
}
