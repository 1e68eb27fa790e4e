namespace RbacGrains.Api.Tests.AuthZen;

/// <summary>Checks of the service's own API that say properties.</summary>
public sealed class CheckPropertiesTests(CertificationServer server) : IClassFixture<CertificationServer>
{
    [Theory]
    [InlineData("", "condition_not_met")]
    [InlineData(",\"properties\":{}", "condition_not_met")]
    [InlineData(",\"properties\":{\"resource\":{\"status\":\"active\"}}", "granted")]
    [InlineData(",\"resource\":{\"type\":\"record\",\"id\":\"record-1\"}", "granted")]
    [InlineData(",\"resource\":{\"type\":\"record\",\"id\":\"record-2\"}", "condition_not_met")]
    [InlineData(",\"resource\":{\"type\":\"record\",\"id\":\"record-2\"},\"properties\":{\"resource\":{\"status\":\"active\"}}", "granted")]
    public async Task A_check_is_judged_by_the_properties_that_it_says(string rest, string reason)
    {
        var body = $$"""{"organization":"certification","user":"alice","action":"record:write"{{rest}}}""";

        Assert.Equal(reason, (await server.Api.Send("POST", "/v1/check", body)).ShouldBe(200).String("reason"));
        Assert.Equal(reason, (await server.Api.Send("POST", "/v1/explain", body)).ShouldBe(200).String("reason"));
        var batch = (await server.Api.Send("POST", "/v1/check/batch", $$"""{"checks":[{{body}},{{body}}]}""")).ShouldBe(200);
        Assert.Equal([reason, reason], batch.Json["results"]!.AsArray().Select(result => (string)result!["reason"]!));
    }

    [Theory]
    [InlineData(",\"properties\":[]", "invalid_type", "/properties")]
    [InlineData(",\"properties\":{\"colour\":{}}", "unknown_field", "/properties/colour")]
    [InlineData(",\"properties\":{\"subject\":\"alice\"}", "invalid_type", "/properties/subject")]
    [InlineData(",\"properties\":{\"context\":{\"a\":\"\\ud800\"}}", "invalid_value", "/properties/context")]
    [InlineData(",\"resource\":{\"type\":\"record\"}", "missing_field", "/resource/id")]
    public async Task Properties_that_cannot_be_are_refused(string rest, string code, string pointer)
    {
        var body = $$"""{"organization":"certification","user":"alice","action":"record:write"{{rest}}}""";

        (await server.Api.Send("POST", "/v1/check", body)).ShouldBeProblem(400, code, pointer);
    }

    [Fact]
    public async Task A_mistake_in_one_check_of_a_batch_stays_its_own()
    {
        const string Check = """{"organization":"certification","user":"alice","action":"record:write","properties":{"resource":{0}}}""";
        string[] resources = ["""{"status":"active"}""", "7", """{"status":"archived"}"""];
        var checks = string.Join(',', resources.Select(resource => Check.Replace("{0}", resource, StringComparison.Ordinal)));

        var results = (await server.Api.Send("POST", "/v1/check/batch", $$"""{"checks":[{{checks}}]}""")).ShouldBe(200).Json["results"]!.AsArray();

        Assert.Equal([true, false, false], results.Select(result => (bool)result!["allowed"]!));
        Assert.Equal("invalid_type", (string?)results[1]!["error"]!["code"]);
    }

    [Fact]
    public async Task A_role_says_its_conditions() => Assert.Equal(
        """{"property":"resource.status","not_equals":"archived"}""",
        (await server.Api.Send("GET", "/v1/organizations/certification/roles/editor")).ShouldBe(200)
            .Json["conditional_actions"]![0]!["when"]!.ToJsonString());
}
