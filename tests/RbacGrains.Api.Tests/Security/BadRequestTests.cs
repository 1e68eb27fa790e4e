using System.Net.Sockets;
using System.Text;

namespace RbacGrains.Api.Tests.Security;

/// <summary>
/// Every operation of the OpenAPI document, sent what it cannot take: a precise answer each time, never a failure of the service, never a success,
/// and nothing changed.
/// </summary>
public sealed class BadRequestTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Accept = "application/problem+json, application/json";

    private static readonly string Deep = string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100);

    private static readonly string[] Precise =
    [
        "malformed_json", "too_deep", "unknown_field", "duplicate_field", "missing_field", "invalid_type", "invalid_value", "invalid_header",
        "unsupported_media_type", "body_too_large", "unknown_parameter", "bad_request",
    ];

    public static TheoryData<string, string> Bodies => new()
    {
        { "malformed", "{\"a\":" },
        { "no object", "[]" },
        { "null", "null" },
        { "two values", "{} {}" },
        { "nested too deep", Deep },
        { "a list nested too deep", new string('[', 5000) },
        { "a name twice", "{\"a\":1,\"a\":2}" },
        { "half a character", "{\"a\":\"\\ud800\"}" },
        { "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_none_is_refused(string what, string body) =>
        await EveryBody((operation, world) => Send(operation, world, Encoding.UTF8.GetBytes(body), "application/json"), what);

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused() =>
        await EveryBody((operation, world) => Send(operation, world, [(byte)'{', (byte)'"', 0xff, 0xfe, (byte)'"', (byte)':', (byte)'1', (byte)'}'], "application/json"), "invalid UTF-8");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/xml")]
    public async Task A_body_of_another_type_is_refused(string type) => await EveryBody(
        (operation, world) => Send(operation, world, Encoding.UTF8.GetBytes(world.Fill(Requests.All[operation.Id].Body!)), type), type);

    [Fact]
    public async Task A_body_that_is_too_large_is_refused() => await EveryBody(
        (operation, world) => Send(operation, world, Large, "application/json"), "oversize", "body_too_large");

    [Fact]
    public async Task A_field_twice_is_refused() => await EveryBody(
        (operation, world) =>
        {
            var body = world.Fill(Requests.All[operation.Id].Body!);
            var first = body[1..].Split(':')[0];
            return Send(operation, world, Encoding.UTF8.GetBytes($"{{{first}:null,{body[1..]}"), "application/json");
        },
        "duplicate", "duplicate_field", "invalid_type");

    [Fact]
    public async Task A_parameter_that_nobody_knows_is_refused() => await Every(
        operation => true,
        async (operation, world) =>
        {
            var request = Requests.All[operation.Id];
            return await world.Ask(operation, request with { Query = request.Query + (request.Query.Length == 0 ? "?" : "&") + "no_such=1" }, ApiServer.RootKey);
        },
        "unknown parameter", "unknown_parameter");

    [Theory]
    [InlineData("page_size=0")]
    [InlineData("page_size=1e9")]
    [InlineData("page_token=altered")]
    [InlineData("page_token=%00")]
    public async Task A_page_that_is_none_is_refused(string query) => await Every(
        operation => operation.Id.StartsWith("List", StringComparison.Ordinal) && operation.Id is not ("ListModels" or "ListRoles" or "ListProjects"),
        async (operation, world) =>
        {
            var request = Requests.All[operation.Id];
            return await world.Ask(operation, request with { Query = request.Query + (request.Query.Length == 0 ? "?" : "&") + query }, ApiServer.RootKey);
        },
        query, "invalid_value");

    [Theory]
    [InlineData("Idempotency-Key", "a b")]
    [InlineData("Idempotency-Key", "é")]
    [InlineData("Rbac-Actor", "not an id")]
    [InlineData("Rbac-Actor", "svc:aaaaaaaaaaaaaaaa")]
    [InlineData("If-Match", "seven")]
    [InlineData("If-None-Match", "\"7\"")]
    [InlineData("Rbac-If-Allowed", "a b")]
    public async Task A_header_that_means_nothing_is_refused(string header, string value) => await Every(
        operation => header == "Rbac-Actor" || IsChange(operation),
        async (operation, world) =>
        {
            var request = Requests.All[operation.Id];
            return await server.Send(operation.Method, world.Fill(operation.Path + request.Query), request.Body is null ? null : world.Fill(request.Body),
                (header, value), ("Accept", Accept));
        },
        header, "invalid_header", "invalid_id", "reserved_id");

    // Clients do not let such headers out, so they go by hand. A line feed alone is no such break: servers may take it for the end of a header (RFC 9112,
    // 2.2), and this one does, so that what follows is a header of its own.
    [Theory]
    [InlineData("Rbac-Reason: a\rb")]
    [InlineData("Rbac-Reason: a\0b")]
    [InlineData("Rbac-Reason: a\r\n b")]
    [InlineData("Rbac-Reason : a")]
    public async Task A_header_with_a_break_in_it_changes_nothing(string header) => await Every(
        IsChange,
        async (operation, world) =>
        {
            var request = Requests.All[operation.Id];
            var body = request.Body is null ? "" : world.Fill(request.Body);
            return await SendRaw(
                $"{operation.Method} {world.Fill(operation.Path + request.Query)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {ApiServer.RootKey}\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{header}\r\n\r\n{body}");
        },
        header, "bad_request", "");

    [Fact]
    public async Task A_key_altered_at_any_place_opens_nothing()
    {
        using var world = await World.Make(server);
        var key = world.AdminKey;
        foreach (var index in Enumerable.Range(0, key.Length))
        {
            var altered = key[..index] + (key[index] == 'x' ? 'y' : 'x') + key[(index + 1)..];
            var reply = await Call.Send(server.Http, "GET", $"/v1/organizations/{world.Org}", null, ("Authorization", $"Bearer {altered}"));
            Assert.True(reply.Status == 401, $"The key altered at {index} is answered with {reply.Status}.");
        }
    }

    [Fact]
    public async Task An_invitation_is_accepted_by_no_altered_token_and_by_its_own_only_once()
    {
        using var world = await World.Make(server);
        Task<Reply> Accept(string token, string user) =>
            server.Send("POST", "/v1/invitations/accept", $$"""{"token":"{{token}}","user":"{{user}}","email":"new@example.com"}""");
        foreach (var index in Enumerable.Range(0, world.Token.Length).Where(index => index % 3 == 0))
        {
            var altered = world.Token[..index] + (world.Token[index] == 'x' ? 'y' : 'x') + world.Token[(index + 1)..];
            (await Accept(altered, "newcomer")).ShouldBeProblem(404, "invitation_token_invalid", "/token");
        }

        (await Accept(world.Token, "newcomer")).ShouldBe(200);
        (await Accept(world.Token, "newcomer")).ShouldBe(200);
        (await Accept(world.Token, "thief")).ShouldBeProblem(409, "invitation_accepted");
        Assert.Equal(404, (await server.Send("GET", $"/v1/organizations/{world.Org}/members/thief")).Status);
    }

    [Fact]
    public async Task A_caller_who_goes_away_harms_nobody()
    {
        using var world = await World.Make(server);
        foreach (var operation in (await Operation.ReadAll(server.Http)).Where(operation => operation.HasBody))
        {
            using var connection = await Connect();
            await connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
                $"{operation.Method} {world.Fill(operation.Path)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {ApiServer.RootKey}\r\n"
                + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"name\":"));
            connection.Client.Close(timeout: 0);
        }

        Assert.Equal(200, (await server.Send("GET", $"/v1/organizations/{world.Org}")).Status);
        var failures = string.Join('\n', server.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)));
        Assert.True(failures.Length == 0, failures);
    }

    private static bool IsChange(Operation operation) =>
        (operation.Method is "PUT" or "PATCH" or "DELETE" && operation.Id != "EndLeases")
        || operation.Id is "Invite" or "ResendInvitation" or "RevokeInvitation" or "CreateApiKey" or "RotateApiKey";

    private static byte[] Large { get; } = Encoding.UTF8.GetBytes($"{{\"a\":\"{new string('x', 17 * 1024 * 1024)}\"}}");

    private Task EveryBody(Func<Operation, World, Task<Reply>> send, string what, params string[] codes) =>
        Every(operation => Requests.All[operation.Id].Body is not null, send, what, codes.Length == 0 ? Precise : codes);

    private async Task Every(Func<Operation, bool> which, Func<Operation, World, Task<Reply>> send, string what, params string[] codes)
    {
        using var world = await World.Make(server);
        var before = await world.Changes();
        var asked = (await Operation.ReadAll(server.Http)).Where(operation => operation.NeedsKey && which(operation)).ToList();
        Assert.NotEmpty(asked);
        foreach (var operation in asked)
        {
            var reply = await send(operation, world);
            Assert.True(reply.Status is >= 400 and < 500, $"{operation.Id} answered {what} with {reply.Status}: {reply.Text}");
            Assert.True(
                codes.Contains(reply.MediaType == "application/problem+json" ? reply.Code : ""),
                $"{operation.Id} answered {what} with {reply.Status}: {reply.Text}");
        }
        Assert.Equal(before, await world.Changes());
    }

    private async Task<Reply> Send(Operation operation, World world, byte[] body, string type)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), world.Fill(operation.Path));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {ApiServer.RootKey}");
        request.Headers.TryAddWithoutValidation("Accept", Accept);
        request.Headers.ExpectContinue = body.Length > 1024 * 1024;
        using var answer = await server.Http.SendAsync(request);
        return new Reply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(),
            answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    private async Task<TcpClient> Connect()
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(server.Http.BaseAddress!.Host, server.Http.BaseAddress.Port);
        return connection;
    }

    private async Task<Reply> SendRaw(string request)
    {
        using var connection = await Connect();
        await connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(connection.GetStream());
        var answer = await reader.ReadToEndAsync();
        return new Reply(int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), "", new Dictionary<string, string>());
    }
}
