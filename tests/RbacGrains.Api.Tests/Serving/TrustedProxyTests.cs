namespace RbacGrains.Api.Tests;

/// <summary>Whose word counts for where a request comes from.</summary>
public sealed class TrustedProxyTests
{
    private static readonly string[] OneOfEachAddress = ["--Rbac:Limits:Address:PerMinute", "1", "--Rbac:Limits:Address:Burst", "1"];

    [Theory]
    [InlineData()]
    [InlineData("--Rbac:TrustedProxies", "192.0.2.1")]
    public async Task Nobody_chooses_their_own_address(params string[] args)
    {
        await using var program = await ServedProgram.Start([.. OneOfEachAddress, .. args]);
        (await From(program, "198.51.100.1")).ShouldBe(401);
        (await From(program, "198.51.100.2")).ShouldBe(429);
    }

    [Fact]
    public async Task A_named_proxy_says_who_asks_as_far_as_the_chain_is_of_named_ones()
    {
        await using var program = await ServedProgram.Start([.. OneOfEachAddress, "--Rbac:TrustedProxies", "127.0.0.1, 10.0.0.0/8"]);
        (await From(program, "198.51.100.1")).ShouldBe(401);
        (await From(program, "198.51.100.2")).ShouldBe(401);
        (await From(program, "198.51.100.2")).ShouldBe(429);
        // What a client has written before the proxy's own word is not believed.
        (await From(program, "203.0.113.7, 198.51.100.2")).ShouldBe(429);
        (await From(program, "203.0.113.7, 198.51.100.2, 10.1.2.3")).ShouldBe(429);
        (await From(program, "203.0.113.8, 10.1.2.3")).ShouldBe(401);
        (await From(program, "nonsense")).ShouldBe(401);
        (await From(program, "nonsense")).ShouldBe(429);
    }

    [Fact]
    public async Task Only_a_named_proxy_says_that_there_was_tls()
    {
        await using var open = await ServedProgram.Start("--Rbac:RequireTls", "true");
        (await open.SendWithKey("GET", "/v1/models", null, ("X-Forwarded-Proto", "https"))).ShouldBeProblem(403, "tls_required");
        await using var behind = await ServedProgram.Start("--Rbac:RequireTls", "true", "--Rbac:TrustedProxies", "127.0.0.1");
        var reply = (await behind.SendWithKey("GET", "/v1/models", null, ("X-Forwarded-For", "198.51.100.1"), ("X-Forwarded-Proto", "https"))).ShouldBe(200);
        Assert.Equal("max-age=31536000", reply.Headers["Strict-Transport-Security"]);
        (await behind.SendWithKey("GET", "/v1/models", null, ("X-Forwarded-For", "198.51.100.1"), ("X-Forwarded-Proto", "http"))).ShouldBeProblem(403, "tls_required");
    }

    private static Task<Reply> From(ServedProgram program, string address) => program.Send("GET", "/v1/models", null, ("X-Forwarded-For", address));
}
