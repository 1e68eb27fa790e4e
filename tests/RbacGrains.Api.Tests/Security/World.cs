namespace RbacGrains.Api.Tests.Security;

/// <summary>An organization with one of everything, another tenant's, and a key of every sort.</summary>
internal sealed class World : IDisposable
{
    private readonly ApiServer _server;
    private HttpResponseMessage? _stream;

    private World(ApiServer server) => _server = server;

    /// <summary>A name of the right length that no organization has.</summary>
    public string NoOrg => Org[..^1] + "_";

    public string Org { get; private set; } = "";

    public string Invitation { get; private set; } = "";

    public string Token { get; private set; } = "";

    public string ApiKey { get; private set; } = "";

    public string Account { get; private set; } = "";

    /// <summary>A key with the highest role of the organization.</summary>
    public string AdminKey { get; private set; } = "";

    /// <summary>A key with the lowest role of the organization.</summary>
    public string WeakKey { get; private set; } = "";

    /// <summary>A key with the highest role of another organization.</summary>
    public string OtherKey { get; private set; } = "";

    /// <summary>A key that was deleted.</summary>
    public string RevokedKey { get; private set; } = "";

    /// <summary>A session of leases that the admin key has opened.</summary>
    public string Session { get; private set; } = "";

    public static async Task<World> Make(ApiServer server)
    {
        var world = new World(server);
        var path = await server.NewOrganization("humanloop");
        world.Org = path.Split('/')[^1];
        await world.Put(path + "/roles/crew", """{"title":"Crew","based_on":"member"}""");
        await world.Put(path + "/members/bob", """{"role":"developer"}""");
        await world.Put(path + "/groups/team", """{"title":"Team","role":"member"}""");
        await world.Put(path + "/groups/team/members/bob", null);
        await world.Put(path + "/resources/files/f1", """{"name":"F","properties":{"kind":"x"}}""");
        var invitation = (await server.Send("POST", path + "/invitations", """{"email":"new@example.com","role":"member"}""")).ShouldBe(201);
        (world.Invitation, world.Token) = (invitation.String("id")!, invitation.String("token")!);
        var key = await world.Key(path, "member");
        (world.ApiKey, world.Account) = (key.String("id")!, key.String("service_account")!);
        world.AdminKey = (await world.Key(path, "admin")).String("key")!;
        world.WeakKey = (await world.Key(path, "member")).String("key")!;
        var revoked = await world.Key(path, "admin");
        world.RevokedKey = revoked.String("key")!;
        (await server.Send("DELETE", $"{path}/api_keys/{revoked.String("id")}")).ShouldBe(204);
        world.OtherKey = (await world.Key(await server.NewOrganization("humanloop"), "admin")).String("key")!;
        world.Session = await world.OpenSession();
        return world;
    }

    /// <summary>The value of a place in a path.</summary>
    /// <exception cref="KeyNotFoundException">Nobody has said what that place takes: add it here.</exception>
    public string Fill(string text, string? organization = null) => Places.Aggregate(text, (filled, place) =>
        filled.Replace($"{{{place.Key}}}", place.Key == "org" ? organization ?? Org : place.Value, StringComparison.Ordinal));

    public async Task<Reply> Ask(Operation operation, Request request, string? key, string? organization = null)
    {
        var path = Fill(operation.Path, organization);
        if (path.Contains('{', StringComparison.Ordinal))
            throw new KeyNotFoundException($"Say in {nameof(World)} what the places of {operation.Path} take.");
        var body = request.Body is null ? null : Fill(request.Body, organization);
        if (operation.Id == "OpenLeases") return await Begin(operation, path + Fill(request.Query, organization), key);
        (string, string)[] headers = key is null ? [("Accept", "application/problem+json, application/json")]
            : [("Accept", "application/problem+json, application/json"), ("Authorization", $"Bearer {key}")];
        return await Call.Send(_server.Http, operation.Method, path + Fill(request.Query, organization), body, headers);
    }

    /// <summary>All that was changed in the organization.</summary>
    public async Task<string> Changes() => (await _server.Send("GET", $"/v1/organizations/{Org}/audit?page_size=1000")).ShouldBe(200).Text;

    /// <summary>Ends the stream, and so the session of leases.</summary>
    public void Dispose() => _stream?.Dispose();

    private Dictionary<string, string> Places => new(StringComparer.Ordinal)
    {
        ["org"] = Org,
        ["user"] = "bob",
        ["group"] = "team",
        ["role"] = "crew",
        ["model"] = "humanloop",
        ["action"] = "files:manage",
        ["invitation"] = Invitation,
        ["token"] = Token,
        ["key"] = ApiKey,
        ["account"] = Account,
        ["type"] = "files",
        ["id"] = "f1",
        ["session"] = Session,
    };

    // A stream has no end, so only its beginning is waited for.
    private async Task<Reply> Begin(Operation operation, string path, string? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path);
        request.Headers.TryAddWithoutValidation("Accept", "application/problem+json, text/event-stream");
        if (key is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        using var answer = await _server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Reply(
            (int)answer.StatusCode,
            answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync(),
            answer.Headers.Concat(answer.Content.Headers).ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    private async Task<string> OpenSession()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/leases");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {AdminKey}");
        // The session lives as long as its stream is open.
        _stream = await _server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var reader = new StreamReader(await _stream.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal))
                return (string)System.Text.Json.Nodes.JsonNode.Parse(line[5..])!["session"]!;
        throw new InvalidOperationException("The stream has ended before it began.");
    }

    private async Task Put(string path, string? body) => (await _server.Send("PUT", path, body)).ShouldBe(201);

    private async Task<Reply> Key(string path, string role) =>
        (await _server.Send("POST", path + "/api_keys", $$"""{"name":"k","role":"{{role}}"}""")).ShouldBe(201);
}
