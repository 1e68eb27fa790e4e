using System.Security.Claims;
using Microsoft.AspNetCore.Builder;

namespace RbacGrains.Client.Tests.AspNetCore;

/// <summary>Who acts and where, from what a request carries.</summary>
public sealed class ScopeTests
{
    private static readonly (string, string) Alice = ("Claims", "sub=alice");

    [Theory]
    [InlineData("/by-route/acme", "sub=alice", "alice acme")]
    [InlineData("/by-route/acme?organization=other", "sub=alice;org_id=third", "alice acme")]
    [InlineData("/by-name/acme/p1", "sub=alice", "alice acme/p1")]
    [InlineData("/plain", "sub=alice;org_id=acme", "alice acme")]
    [InlineData("/plain", "sub=alice;org_id=acme;org_id=acme;project_id=p1", "alice acme/p1")]
    [InlineData("/plain", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier=bob;org_id=acme", "bob acme")]
    [InlineData("/plain", "sub=alice;http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier=bob;org_id=acme", "alice acme")]
    public async Task The_first_source_that_has_a_value_decides(string path, string claims, string expected)
    {
        await using var app = await Start();

        Assert.Equal(expected, (await app.Get(path, ("Claims", claims))).Body);
    }

    [Fact]
    public async Task A_header_comes_after_the_route_and_before_the_claim()
    {
        await using var app = await Start();

        Assert.Equal("alice acme/p2", (await app.Get(
            "/by-route/acme", Alice, ("Rbac-Organization", "other"), ("Rbac-Project", "p2"))).Body);
        Assert.Equal("alice other", (await app.Get("/plain", ("Claims", "sub=alice;org_id=acme"), ("Rbac-Organization", "other"))).Body);
    }

    [Theory]
    [InlineData("/plain", "sub=alice", 403, "organization_required")]
    [InlineData("/plain", "name=alice;org_id=acme", 403, "user_required")]
    [InlineData("/plain", "sub=auth0|7;org_id=acme", 403, "invalid_id")]
    [InlineData("/plain", "sub=;org_id=acme", 403, "invalid_id")]
    [InlineData("/plain", "sub=alice;sub=bob;org_id=acme", 403, "ambiguous_id")]
    [InlineData("/plain", "sub=alice;org_id=acme;org_id=other", 403, "ambiguous_id")]
    [InlineData("/by-route/a%20b", "sub=alice", 400, "invalid_id")]
    [InlineData("/by-route/a%0Aevil", "sub=alice", 400, "invalid_id")]
    [InlineData("/by-route/%2e%2e%2f", "sub=alice", 400, "invalid_id")]
    [InlineData("/by-name/acme/a%2Cb", "sub=alice", 400, "invalid_id")]
    public async Task What_names_nobody_or_nothing_is_denied_with_a_precise_problem(string path, string claims, int status, string code)
    {
        var permissions = new Answering().Allow("a:one");
        await using var app = await Start(permissions);

        var answer = await app.Get(path, ("Claims", claims));

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Empty(permissions.Asked);
    }

    [Theory]
    [InlineData("Rbac-Organization: acme\r\nRbac-Organization: other\r\n")]
    [InlineData("Rbac-Organization: acme\r\nrbac-organization: acme\r\n")]
    [InlineData("Rbac-Organization: acme, other\r\n")]
    [InlineData("Rbac-Organization:\r\n")]
    [InlineData("Rbac-Organization: acme\r\n evil\r\n")]
    [InlineData("Rbac-Organization: acme\revil\r\n")]
    [InlineData("Rbac-Organization: acme\nRbac-Organization: other\r\n")]
    [InlineData("Rbac-Organization: acme\0\r\n")]
    [InlineData("Rbac-Organization: a\u00e9\r\n")]
    [InlineData("Rbac-Organization: acme\r\nRbac-Project: p1\r\nRbac-Project: p2\r\n")]
    [InlineData("Rbac-Organization: acme\r\nRbac-Project:  \r\n")]
    public async Task A_hostile_header_is_a_bad_request_and_is_never_asked_about(string headers)
    {
        var permissions = new Answering().Allow("a:one");
        await using var app = await Start(permissions);

        var status = await app.Raw($"GET /plain HTTP/1.1\r\nHost: x\r\nClaims: sub=alice;org_id=acme\r\n{headers}Connection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400", status, StringComparison.Ordinal);
        Assert.Empty(permissions.Asked);
    }

    [Theory]
    [InlineData(129, 400)]
    [InlineData(30_000, 400)]
    [InlineData(100_000, 431)]
    public async Task An_overlong_header_is_refused_and_not_sent_back(int length, int status)
    {
        var permissions = new Answering().Allow("a:one");
        await using var app = await Start(permissions);

        var answer = await app.Get("/plain", Alice, ("Rbac-Organization", new string('a', length)));

        Assert.Equal(status, answer.Status);
        Assert.True(answer.Body.Length < 1000);
        Assert.Empty(permissions.Asked);
    }

    [Fact]
    public async Task Claims_of_an_identity_that_is_not_signed_in_count_for_nothing()
    {
        var permissions = new Answering().Allow("a:one");
        await using var app = await Start(permissions, use: app => app.Use((context, next) =>
        {
            context.User.AddIdentity(new ClaimsIdentity([new Claim("sub", "root"), new Claim("org_id", "acme")]));
            return next(context);
        }));

        Assert.Equal("unauthenticated", (await app.Get("/plain")).Code);
        Assert.Equal("organization_required", (await app.Get("/plain", Alice)).Code);
        Assert.Empty(permissions.Asked);
    }

    [Fact]
    public async Task The_sources_can_be_replaced()
    {
        await using var app = await Start(configure: options =>
        {
            options.Organization.Clear();
            options.Organization.Add(IdSource.Query("tenant"));
            options.User.Insert(0, IdSource.Claim("email"));
        });

        Assert.Equal("alice@acme.example acme", (await app.Get("/plain?tenant=acme", ("Claims", "sub=7;email=alice@acme.example"))).Body);
        Assert.Equal("ambiguous_id", (await app.Get("/plain?tenant=acme&tenant=other", Alice)).Code);
        Assert.Equal("organization_required", (await app.Get("/plain", Alice, ("Rbac-Organization", "acme"))).Code);
    }

    private static Task<GuardedApp> Start(
        Answering? permissions = null, Action<RbacAuthorizationOptions>? configure = null, Action<WebApplication>? use = null) =>
        GuardedApp.Start(
            permissions ?? new Answering().Allow("a:one"),
            app =>
            {
                app.UseAuthentication();
                use?.Invoke(app);
                app.UseAuthorization();
                app.MapGet("/by-route/{org}", GuardedApp.Where).RequireAction("a:one");
                app.MapGet("/by-name/{organization}/{project}", GuardedApp.Where).RequireAction("a:one");
                app.MapGet("/plain", GuardedApp.Where).RequireAction("a:one");
            },
            configure: configure);
}
