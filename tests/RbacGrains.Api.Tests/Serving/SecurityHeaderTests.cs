namespace RbacGrains.Api.Tests;

public sealed class SecurityHeaderTests
{
    [Fact]
    public async Task Every_answer_tells_browsers_how_little_they_may_do_with_it()
    {
        await using var program = await ServedProgram.Start("--environment", "Development", "--Rbac:SignIn:Development", "true", "--Rbac:Limits:Key:PerMinute", "1", "--Rbac:Limits:Key:Burst", "4");
        Reply[] replies =
        [
            (await program.SendWithKey("GET", "/v1/models")).ShouldBe(200),
            (await program.SendWithKey("PUT", "/v1/organizations/a", """{"name":"A","model":"letta","plan":"free","owner":"ada"}""")).ShouldBe(201),
            (await program.SendWithKey("POST", "/v1/check", """{"organization":"a","user":"ada","action":"agents:read"}""")).ShouldBe(200),
            (await program.SendWithKey("GET", "/v1/organizations/none")).ShouldBe(404),
            (await program.SendWithKey("GET", "/v1/models")).ShouldBe(429),
            (await program.Send("GET", "/v1/models")).ShouldBe(401),
            (await program.Send("GET", "/nowhere")).ShouldBe(404),
            (await program.Send("GET", "/nowhere", null, ("Accept", "text/html"))).ShouldBe(404),
            (await program.Send("DELETE", "/v1/models")).ShouldBe(405),
            (await program.Send("GET", "/health/live")).ShouldBe(200),
            (await program.Send("GET", "/openapi/v1.json")).ShouldBe(200),
            (await program.Send("GET", "/signin")).ShouldBe(200),
            (await program.Send("POST", "/signout")).ShouldBe(403),
        ];
        foreach (var reply in replies)
        {
            Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
            Assert.StartsWith("default-src 'none'; base-uri 'none'; form-action ", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.EndsWith("frame-ancestors 'none'", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("DENY", reply.Headers["X-Frame-Options"]);
            Assert.Equal("no-referrer", reply.Headers["Referrer-Policy"]);
            Assert.Equal("same-origin", reply.Headers["Cross-Origin-Opener-Policy"]);
            Assert.Equal("same-origin", reply.Headers["Cross-Origin-Resource-Policy"]);
            Assert.Contains("camera=()", reply.Headers["Permissions-Policy"], StringComparison.Ordinal);
            Assert.Equal("no-store", reply.Headers["Cache-Control"]);
            Assert.DoesNotContain("Server", reply.Headers.Keys);
            Assert.DoesNotContain("Strict-Transport-Security", reply.Headers.Keys);
            Assert.DoesNotContain("Access-Control-Allow-Origin", reply.Headers.Keys);
        }
    }

    [Fact]
    public async Task A_resource_with_a_version_may_be_kept_and_asked_again()
    {
        await using var program = await ServedProgram.Start();
        await program.NewOrganization("acme", "ada");
        Assert.Equal("private, no-cache", (await program.SendWithKey("GET", "/v1/organizations/acme")).Headers["Cache-Control"].Replace("no-cache, private", "private, no-cache", StringComparison.Ordinal));
    }
}
