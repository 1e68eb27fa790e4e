namespace RbacGrains.AdminConsole.Tests.Administration;

/// <summary>Organizations of their own for tests that change things, with markup in every name.</summary>
internal static class Tenants
{
    public const string Markup = "<img src=x onerror=alert(1)>";

    /// <summary>Makes one with the owner <c>ada@{id}</c> and <c>bob@{id}</c>, who is what the model's plainest role is.</summary>
    public static async Task Make(this ConsoleFixture console, string id, string model, string role, string plan = "enterprise")
    {
        await console.Put($"/v1/organizations/{id}", new { name = $"{Markup} {id}", model, plan, owner = $"ada@{id}" });
        await console.Put($"/v1/organizations/{id}/members/bob@{id}", new { role });
    }
}
