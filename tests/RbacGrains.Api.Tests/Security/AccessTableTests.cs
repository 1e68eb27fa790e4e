using System.Text;

namespace RbacGrains.Api.Tests.Security;

/// <summary>
/// Every operation of the service, called without a key, with keys that open nothing, with another tenant's, with one too weak, and with the right
/// one. What came back is <c>AccessTable.md</c>, so that a change of it is seen.
/// </summary>
public sealed class AccessTableTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Malformed = "rbac_not/a key!";

    private static readonly string Snapshot = Path.Combine(AppContext.BaseDirectory, "Security", "AccessTable.md");

    [Fact]
    public async Task Every_operation_is_answered_to_each_sort_of_key_as_the_table_says()
    {
        var operations = await Operation.ReadAll(server.Http);
        Assert.Equal(Requests.All.Keys.Concat(OpenEndpoints.Operations.Keys).Order(StringComparer.Ordinal),
            operations.Select(operation => operation.Id).Order(StringComparer.Ordinal));

        var table = new StringBuilder(
            "| operation | request | no key | malformed | revoked | another tenant's | too weak | the right one |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var operation in operations.Where(operation => !OpenEndpoints.Operations.ContainsKey(operation.Id))
                     .OrderBy(operation => operation.Path, StringComparer.Ordinal).ThenBy(operation => operation.Method, StringComparer.Ordinal))
        {
            Assert.True(operation.NeedsKey, $"{operation.Id} is not said to need a key.");
            table.Append(await Row(operation, Requests.All[operation.Id]));
        }

        table.Append("\nWithout a key:\n\n");
        foreach (var (id, reason) in OpenEndpoints.Operations.OrderBy(open => open.Key, StringComparer.Ordinal))
        {
            var operation = operations.Single(operation => operation.Id == id);
            Assert.Equal(200, (await Call.Send(server.Http, operation.Method, operation.Path, null)).Status);
            table.Append($"- {id} ({operation.Method} {operation.Path}): {reason}\n");
        }

        var expected = File.Exists(Snapshot) ? await File.ReadAllTextAsync(Snapshot) : "";
        Assert.True(expected == table.ToString(), $"The table has changed. If that is meant, make Security/AccessTable.md this:\n{table}");
    }

    [Fact]
    public async Task Nothing_is_mapped_that_is_neither_documented_nor_open_for_a_reason()
    {
        var documented = (await Operation.ReadAll(server.Http)).Select(operation => $"{operation.Method} {operation.Path}").ToHashSet(StringComparer.Ordinal);
        var mapped = server.Endpoints.ToList();

        Assert.NotEmpty(mapped);
        foreach (var endpoint in mapped)
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (OpenEndpoints.Paths.ContainsKey(path)) continue;
            var methods = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods ?? ["any"];
            Assert.All(methods, method => Assert.Contains($"{method} {path}", documented));
        }
    }

    [Fact]
    public async Task Every_path_takes_only_its_methods()
    {
        using var world = await World.Make(server);
        var before = await world.Changes();
        foreach (var path in (await Operation.ReadAll(server.Http)).GroupBy(operation => operation.Path))
        {
            var taken = path.Select(operation => operation.Method).ToHashSet(StringComparer.Ordinal);
            foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND" }.Where(method => !taken.Contains(method)))
            {
                var reply = await server.Send(method, world.Fill(path.Key), null, ("Accept", "application/problem+json"));
                Assert.True(reply.Status == 405, $"{method} {path.Key} answered {reply.Status}.");
                Assert.Equal("method_not_allowed", reply.Code);
            }
        }
        Assert.Equal(before, await world.Changes());
    }

    [Fact]
    public async Task A_question_that_names_another_tenant_is_never_answered_for_the_keys_own()
    {
        using var world = await World.Make(server);
        foreach (var operation in (await Operation.ReadAll(server.Http)).Where(operation => operation.Path.StartsWith("/access/", StringComparison.Ordinal)))
        {
            var request = Requests.All[operation.Id];
            var reply = await world.Ask(
                operation, request with { Body = request.Body![..^1] + ""","context":{"organization":"{org}"}}""" }, world.OtherKey);

            Assert.Contains("organization_not_found", reply.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("true", reply.Text, StringComparison.Ordinal);
        }
    }

    private async Task<string> Row(Operation operation, Request request)
    {
        using var world = await World.Make(server);
        var before = await world.Changes();
        var refused = new[] { await Refused(null), await Refused(Malformed), await Refused(world.RevokedKey) };
        var stranger = await Stranger(world, operation, request);
        var weak = await world.Ask(operation, request, world.WeakKey);
        if (request.OfSession) ShouldBeNobodysSession(operation, weak);
        else if (request.Weak) ShouldSucceed(weak, "the weak key");
        else ShouldBe(weak, 403, "permission_denied", "the weak key");
        if (!request.Weak) Assert.Equal(before, await world.Changes());

        var admin = await world.Ask(operation, request, request.NeedsRoot ? ApiServer.RootKey : world.AdminKey);
        ShouldSucceed(admin, "the right key");
        var right = request.NeedsRoot ? $"{admin.Status}, root" : $"{admin.Status}";
        return $"| {operation.Id} | {operation.Method} {operation.Path} | {string.Join(" | ", refused)} | {stranger} | {weak.Status} | {right} |\n";

        async Task<int> Refused(string? key)
        {
            var reply = await world.Ask(operation, request, key);
            ShouldBe(reply, 401, "unauthenticated", $"the key '{key}'");
            Assert.Equal(before, await world.Changes());
            return reply.Status;
        }

        void ShouldSucceed(Reply reply, string key) =>
            Assert.True(reply.Status is >= 200 and < 300, $"{operation.Id} answered {key} with {reply.Status}: {reply.Text}");

        void ShouldBe(Reply reply, int status, string code, string key) =>
            Assert.True(reply.Status == status && reply.Code == code, $"{operation.Id} answered {key} with {reply.Status}: {reply.Text}");
    }

    // Ending what is not there succeeds; that the session goes on is seen by the right key's request, which comes after.
    private static void ShouldBeNobodysSession(Operation operation, Reply reply) => Assert.True(
        operation.Method == "DELETE" ? reply.Status == 204 : reply.Status is >= 400 and < 500 && reply.Code == "lease_ended",
        $"{operation.Id} answered another caller with {reply.Status}: {reply.Text}");

    // What belongs to another tenant is answered in the very words in which what does not exist is.
    private static async Task<string> Stranger(World world, Operation operation, Request request)
    {
        var before = await world.Changes();
        var theirs = await world.Ask(operation, request, world.OtherKey);
        Assert.Equal(before, await world.Changes());
        if (request.Open is not (null or Requests.PerCheck))
        {
            Assert.DoesNotContain(world.Org, theirs.Text, StringComparison.Ordinal);
            return $"{theirs.Status}: {request.Open}";
        }

        if (request.OfSession)
        {
            ShouldBeNobodysSession(operation, theirs);
            return $"{theirs.Status}";
        }

        var nobodys = await world.Ask(operation, request, world.OtherKey, world.NoOrg);
        Assert.True(
            request.Open is null
                ? theirs.Status == 404 && theirs.Code == "organization_not_found"
                : theirs.Text.Contains("\"organization_not_found\"", StringComparison.Ordinal) && !theirs.Text.Contains("true", StringComparison.Ordinal),
            $"{operation.Id} answered another tenant's key with {theirs.Status}: {theirs.Text}");
        Assert.Equal(nobodys.Text.Replace(world.NoOrg, world.Org, StringComparison.Ordinal), theirs.Text);
        Assert.Equal(nobodys.Headers.Keys.Order(StringComparer.Ordinal), theirs.Headers.Keys.Order(StringComparer.Ordinal));
        return request.Open is null ? "404" : $"{theirs.Status}: {request.Open}";
    }
}
