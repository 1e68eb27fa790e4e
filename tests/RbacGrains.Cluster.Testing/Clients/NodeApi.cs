using System.Net.Http.Headers;
using System.Text;

namespace RbacGrains.Cluster.Testing;

/// <summary>HTTP to one node. It knows nothing of the product but that, and repeats nothing.</summary>
internal sealed class NodeApi : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Of the node at an address.</summary>
    public NodeApi(Uri address)
    {
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(40) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ClusterProcesses.RootKey);
    }

    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, from <c>/v1</c> on.</param>
    /// <param name="body">A JSON body; null for none.</param>
    /// <param name="operation">The name of the change, so that it may be repeated; null for none.</param>
    /// <param name="actor">The acting user; null for the service.</param>
    public async Task<NodeAnswer> Send(HttpMethod method, string path, string? body = null, string? operation = null, string? actor = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (operation is not null) request.Headers.Add("Idempotency-Key", operation);
        if (actor is not null) request.Headers.Add("Rbac-Actor", actor);
        try
        {
            using var response = await _http.SendAsync(request);
            return await NodeAnswer.Of(response);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            return NodeAnswer.None(failure);
        }
    }

    /// <summary>Creates an organization.</summary>
    public async Task CreateOrganization(string id, string model, string plan = "enterprise", string owner = "owner") => (await Send(
        HttpMethod.Put, $"/v1/organizations/{id}", $$"""{"name":"{{id}}","model":"{{model}}","plan":"{{plan}}","owner":"{{owner}}"}""")).Require();

    /// <summary>Adds a member, or replaces all that they are assigned.</summary>
    public Task<NodeAnswer> PutMember(string organization, string user, string assignment, string? operation = null) =>
        Send(HttpMethod.Put, Member(organization, user), assignment, operation);

    /// <summary>Gives a member another role.</summary>
    public Task<NodeAnswer> AssignRole(string organization, string user, string role, string? operation = null) =>
        Send(HttpMethod.Patch, Member(organization, user), $$"""{"role":"{{role}}"}""", operation);

    /// <summary>Removes a member.</summary>
    public Task<NodeAnswer> Remove(string organization, string user, string? operation = null) =>
        Send(HttpMethod.Delete, Member(organization, user), null, operation);

    /// <summary>Moves an organization to another plan.</summary>
    public Task<NodeAnswer> ChangePlan(string organization, string plan, string? operation = null) =>
        Send(HttpMethod.Patch, $"/v1/organizations/{organization}", $$"""{"plan":"{{plan}}"}""", operation);

    /// <summary>Asks whether a user may do something.</summary>
    public Task<NodeAnswer> Check(string organization, string user, string action) => Send(
        HttpMethod.Post, "/v1/check", $$"""{"organization":"{{organization}}","user":"{{user}}","action":"{{action}}"}""");

    /// <summary>Whether a user may do something.</summary>
    public async Task<bool> IsAllowed(string organization, string user, string action) =>
        (await Check(organization, user, action)).Require().Json.GetProperty("allowed").GetBoolean();

    /// <summary>The whole audit log of an organization, newest first.</summary>
    public async Task<IReadOnlyList<AuditLine>> ReadAudit(string organization)
    {
        var lines = new List<AuditLine>();
        for (var token = ""; ;)
        {
            var page = (await Send(HttpMethod.Get, $"/v1/organizations/{organization}/audit?page_size=1000&page_token={token}")).Require().Json;
            lines.AddRange(page.GetProperty("items").EnumerateArray().Select(AuditLine.Of));
            token = page.GetProperty("next_page_token").GetString()!;
            if (token.Length == 0) return lines;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static string Member(string organization, string user) => $"/v1/organizations/{organization}/members/{user}";
}
