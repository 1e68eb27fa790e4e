namespace RbacGrains.Samples.Letta.Tests;

/// <summary>An endpoint of the sample, and a request that succeeds for whoever may make it.</summary>
/// <param name="Row">The row of the page that it stands for.</param>
/// <param name="Method">Its method.</param>
/// <param name="Route">Its route below the organization.</param>
/// <param name="Body">What is sent.</param>
public sealed record SampleEndpoint(string Row, string Method, string Route, object? Body = null);

/// <summary>Every endpoint of the sample, by the rows of the page.</summary>
internal static class EndpointTable
{
    private const string Read = "Read projects, agents, data sources, tools, templates";
    private const string ProjectsAndTemplates = "Create/update/delete projects and templates";
    private const string Agents = "Create/update/delete agents";
    private const string SourcesAndTools = "Create/update/delete data sources and tools";
    private const string Variables = "Update organization environment variables";
    private const string Settings = "Manage users and organization settings";
    private const string Billing = "Manage billing and integrations";

    private static readonly object Name = new { name = "Named", description = "By a test" };

    public static IReadOnlyList<SampleEndpoint> All { get; } =
    [
        .. Resources("projects", ProjectsAndTemplates),
        .. Resources("templates", ProjectsAndTemplates),
        .. Resources("agents", Agents),
        .. Resources("data-sources", SourcesAndTools),
        .. Resources("tools", SourcesAndTools),
        new(Read, "GET", "agents/{id}/messages"),
        new("Message agents", "POST", "agents/{id}/messages", new { text = "Hello" }),
        new("Create/read API keys", "GET", "api-keys"),
        new("Create/read API keys", "POST", "api-keys", Name),
        new("Delete API keys", "DELETE", "api-keys/{id}"),
        new(Variables, "PUT", "environment-variables/{name}", new { value = "1" }),
        new(Variables, "DELETE", "environment-variables/{name}"),
        new(Settings, "GET", "users"),
        new(Settings, "PUT", "users/{user}", new { role = "analyst" }),
        new(Settings, "DELETE", "users/{user}"),
        new(Settings, "GET", "settings"),
        new(Settings, "PATCH", "settings", new { name = "Acme" }),
        new(Billing, "GET", "billing"),
        new(Billing, "PUT", "billing", new { plan = "enterprise" }),
        new(Billing, "GET", "integrations"),
        new(Billing, "PUT", "integrations/{name}", new { url = "https://example.com/" }),
        new(Billing, "DELETE", "integrations/{name}"),
    ];

    private static IEnumerable<SampleEndpoint> Resources(string path, string row) =>
    [
        new(Read, "GET", path),
        new(Read, "GET", $"{path}/{{id}}"),
        new(row, "POST", path, Name),
        new(row, "PATCH", $"{path}/{{id}}", Name),
        new(row, "DELETE", $"{path}/{{id}}"),
    ];
}
