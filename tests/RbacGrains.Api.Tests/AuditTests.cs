using System.Text.Json.Nodes;

namespace RbacGrains.Api.Tests;

public sealed class AuditTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task An_entry_says_who_when_what_before_after_and_why()
    {
        var organization = await server.NewOrganization();
        await server.Send("PUT", organization + "/members/ann", """{"role":"analyst"}""");
        (await server.Send("PATCH", organization + "/members/ann", """{"role":"editor"}""",
            ("Rbac-Actor", "owner"), ("Rbac-Reason", "promoted — at last"), ("Idempotency-Key", "k-1"))).ShouldBe(200);

        var entry = (await server.Send("GET", organization + "/audit?kind=member.changed")).ShouldBe(200).Json["items"]!.AsArray().Single()!;
        Assert.Equal("owner", (string?)entry["actor"]);
        Assert.Equal("ann", (string?)entry["target"]);
        Assert.Equal("promoted — at last", (string?)entry["reason"]);
        Assert.Equal("k-1", (string?)entry["operation_id"]);
        Assert.Equal("analyst", (string?)entry["before"]!["role"]);
        Assert.Equal("editor", (string?)entry["after"]!["role"]);
    }

    [Fact]
    public async Task Filters_and_pages_go_together()
    {
        var organization = await server.NewOrganization();
        for (var index = 0; index < 5; index++)
            await server.Send("PUT", $"{organization}/members/u{index}", """{"role":"analyst"}""", ("Rbac-Actor", "owner"));
        var first = (await server.Send("GET", organization + "/audit?actor=owner&page_size=3")).ShouldBe(200);
        var second = await server.Send("GET", $"{organization}/audit?actor=owner&page_size=3&page_token={first.String("next_page_token")}");
        Assert.Equal(["u4", "u3", "u2", "u1", "u0"], first.Items("target").Concat(second.Items("target")));
        Assert.Equal(["u2"], (await server.Send("GET", organization + "/audit?target=u2")).Items("target"));
        Assert.Empty((await server.Send("GET", organization + "/audit?since=2099-01-01T00:00:00Z")).Items("id"));
        Assert.Equal(7, (await server.Send("GET", organization + "/audit?until=2099-01-01T00:00:00%2B02:00")).Items("id").Length);
        (await server.Send("GET", organization + "/audit?since=yesterday")).ShouldBeProblem(400, "invalid_value");
    }

    [Theory]
    [InlineData("", "application/x-ndjson")]
    [InlineData("?format=ndjson", "*/*")]
    public async Task Ndjson_has_every_entry_a_line(string query, string accept)
    {
        var organization = await server.NewOrganization();
        for (var index = 0; index < 5; index++) await server.Send("PUT", $"{organization}/members/u{index}", """{"role":"analyst"}""");
        var export = (await server.Send("GET", organization + "/audit" + query, null, ("Accept", accept))).ShouldBe(200);
        Assert.Equal("application/x-ndjson", export.MediaType);
        var lines = export.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(7, lines.Length);
        Assert.All(lines, line => Assert.NotNull(JsonNode.Parse(line)!["after"]!.AsObject()));
    }

    [Fact]
    public async Task An_export_goes_on_past_the_largest_page()
    {
        var organization = await server.NewOrganization();
        var writes = Enumerable.Range(0, 1100).Select(index => server.Send("PUT", $"{organization}/members/u{index}", """{"role":"analyst"}"""));
        foreach (var some in writes.Chunk(50)) await Task.WhenAll(some);
        var export = await server.Send("GET", organization + "/audit?format=ndjson");
        Assert.Equal(1102, export.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Count());
    }

    [Fact]
    public async Task Csv_gives_a_spreadsheet_no_formula_to_run()
    {
        var organization = await server.NewOrganization();
        await server.Send("PUT", organization + "/members/ann", """{"role":"analyst"}""", ("Rbac-Reason", "=cmd|'/c calc'!A1, \"x\""));
        var export = (await server.Send("GET", organization + "/audit", null, ("Accept", "text/csv"))).ShouldBe(200);
        Assert.Equal("text/csv", export.MediaType);
        Assert.StartsWith("id,at,actor,kind,target,reason,operation_id,before,after\r\n", export.Text, StringComparison.Ordinal);
        Assert.Contains(",\"'=cmd|'/c calc'!A1, \"\"x\"\"\",", export.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_for_those_who_may_read_it()
    {
        var organization = await server.NewOrganization();
        await server.Send("PUT", organization + "/members/ann", """{"role":"analyst"}""");
        (await server.SendAs("ann", "GET", organization + "/audit?format=csv")).ShouldBeProblem(401, "permission_denied");
        (await server.SendAs("owner", "GET", organization + "/audit")).ShouldBe(200);
    }
}
