using RbacGrains.Model;

namespace RbacGrains.Api.Tests.AuthZen;

/// <summary>The level Discovery of the certification scenario (c-6).</summary>
public sealed class DiscoveryCertificationTests(CertificationServer server) : IClassFixture<CertificationServer>
{
    private static readonly Dictionary<string, string> Endpoints = new()
    {
        ["access_evaluation_endpoint"] = "evaluation",
        ["access_evaluations_endpoint"] = "evaluations",
        ["search_subject_endpoint"] = "search/subject",
        ["search_resource_endpoint"] = "search/resource",
        ["search_action_endpoint"] = "search/action",
    };

    [Theory]
    [InlineData("")]
    [InlineData(CertificationServer.Base)]
    [InlineData("/organizations/no-such-organization")]
    public async Task The_metadata_names_the_point_at_which_it_was_asked_for_and_all_of_its_endpoints(string scope)
    {
        var point = server.Api.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + scope;
        Assert.StartsWith("https://", point, StringComparison.Ordinal);

        // Without a key: who looks for the service has none yet.
        var reply = await Call.Send(server.Api.Http, "GET", $"/.well-known/authzen-configuration{scope}", null);

        Assert.Equal("application/json", reply.ShouldBe(200).MediaType);
        Assert.Contains("max-age", reply.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal(point, reply.String("policy_decision_point"));
        Assert.Equal(Endpoints.Keys.Prepend("policy_decision_point").Order(), reply.Json.Select(property => property.Key).Order());
        foreach (var (name, path) in Endpoints) Assert.Equal($"{point}/access/v1/{path}", reply.String(name));
    }

    [Fact]
    public async Task The_endpoints_that_it_names_answer()
    {
        var metadata = await Call.Send(server.Api.Http, "GET", $"/.well-known/authzen-configuration{CertificationServer.Base}", null);
        foreach (var name in Endpoints.Keys)
            (await server.Api.Send("POST", metadata.String(name)!, "{}")).ShouldBeMessage(400, "missing_field");
    }

    [Theory]
    [InlineData("https://pdp.example.com", "https://pdp.example.com")]
    [InlineData("https://example.com/rbac/", "https://example.com/rbac")]
    public async Task The_address_of_the_service_can_be_configured(string configured, string point)
    {
        using var api = new ApiServer(ShippedModels.Load(), certificate: null, options => options.PublicUrl = configured);
        await api.InitializeAsync();

        var reply = await Call.Send(api.Http, "GET", "/.well-known/authzen-configuration/organizations/a+b@c", null);

        Assert.Equal($"{point}/organizations/a%2Bb%40c", reply.String("policy_decision_point"));
        Assert.Equal($"{point}/organizations/a%2Bb%40c/access/v1/evaluation", reply.String("access_evaluation_endpoint"));
        await api.DisposeAsync();
    }

    [Theory]
    [InlineData("pdp.example.com")]
    [InlineData("ftp://pdp.example.com")]
    [InlineData("https://pdp.example.com/?a=b")]
    [InlineData("https://pdp.example.com/#a")]
    [InlineData("https://user@pdp.example.com")]
    public void Another_address_keeps_the_service_from_starting(string configured) =>
        Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(
            () => new ApiServer(ShippedModels.Load(), certificate: null, options => options.PublicUrl = configured));

    [Fact]
    public async Task An_organization_that_cannot_be_has_no_metadata() => (await Call.Send(
        server.Api.Http, "GET", "/.well-known/authzen-configuration/organizations/a%20b", null)).ShouldBeProblem(400, "invalid_id");
}
