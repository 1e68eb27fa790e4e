using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace RbacGrains.Samples.Letta.Tests;

/// <summary>For each role, each endpoint is allowed or denied exactly as the page's table says; a denial is the page's 401.</summary>
public sealed class PageTableTests(LettaServer server) : IClassFixture<LettaServer>
{
    private const string Base = "/v1/organizations/acme/";

    private static int _made;

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var endpoint in EndpointTable.All)
                foreach (var role in RoleTable.Roles)
                    cases.Add(role, endpoint.Method, endpoint.Route);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_endpoint_is_allowed_or_denied_as_the_page_says(string role, string method, string route)
    {
        var endpoint = EndpointTable.All.Single(candidate => candidate.Method == method && candidate.Route == route);
        var path = Base + await Prepare(route);

        using var answer = await server.Send(role, method, path, endpoint.Body);

        if (RoleTable.Has(role, endpoint.Row))
        {
            Assert.InRange((int)answer.StatusCode, 200, 204);
            return;
        }

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("permission_denied", problem.RootElement.GetProperty("code").GetString());
        Assert.Equal("acme", problem.RootElement.GetProperty("organization").GetString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_endpoint_is_closed_to_strangers_and_to_whoever_is_not_signed_in(string role, string method, string route)
    {
        var endpoint = EndpointTable.All.Single(candidate => candidate.Method == method && candidate.Route == route);
        var path = Base + await Prepare(route);

        using var nobody = await server.Send(null, method, path, endpoint.Body);
        using var stranger = await server.Send($"{role}-of-another", method, path, endpoint.Body);
        using var nowhere = await server.Send(role, method, path.Replace("/acme/", "/nowhere/", StringComparison.Ordinal), endpoint.Body);

        Assert.Equal(401, (int)nobody.StatusCode);
        Assert.NotEmpty(nobody.Headers.WwwAuthenticate);
        Assert.Equal(404, (int)stranger.StatusCode);
        Assert.Equal(404, (int)nowhere.StatusCode);
    }

    [Fact]
    public void Every_endpoint_of_an_organization_is_in_the_table()
    {
        var mapped = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/v1/", StringComparison.Ordinal))
            .Where(endpoint => !endpoint.RoutePattern.RawText!.Contains("/live", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method} {endpoint.RoutePattern.RawText!.TrimEnd('/')}"));

        Assert.Equal(
            EndpointTable.All.Select(endpoint => $"{endpoint.Method} /v1/organizations/{{org}}/{endpoint.Route}").Order(StringComparer.Ordinal),
            mapped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_row_of_the_page_has_an_endpoint() =>
        Assert.Equal(
            RoleTable.Rows.Order(StringComparer.Ordinal),
            EndpointTable.All.Select(endpoint => endpoint.Row).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_endpoint_is_open_but_the_one_for_signing_in()
    {
        var open = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
                || endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct();

        // The second is Blazor's own, and answers only what it has encrypted itself.
        Assert.Equal(["sign-in", "_framework/opaque-redirect"], open);
    }

    // Makes what the route is about, so that whoever is allowed succeeds.
    private async Task<string> Prepare(string route)
    {
        var name = $"made-{Interlocked.Increment(ref _made)}";
        var path = route.Replace("{name}", name, StringComparison.Ordinal).Replace("{user}", name, StringComparison.Ordinal);
        if (route.StartsWith("environment-variables", StringComparison.Ordinal)) await server.Make("PUT", Base + path, new { value = "1" });
        if (route.StartsWith("integrations/", StringComparison.Ordinal)) await server.Make("PUT", Base + path, new { url = "https://example.com/" });
        if (route.StartsWith("users/", StringComparison.Ordinal)) await server.Make("PUT", Base + path, new { role = "analyst" });
        if (!route.Contains("{id}", StringComparison.Ordinal)) return path;

        var made = await server.Make("POST", Base + route.Split('/')[0], new { name });
        var item = path.Replace("{id}", made.GetProperty("id").GetString(), StringComparison.Ordinal);
        if (route.EndsWith("messages", StringComparison.Ordinal)) await server.Make("POST", Base + item, new { text = "Hello" });
        return item;
    }
}
