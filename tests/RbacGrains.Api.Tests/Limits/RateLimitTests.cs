namespace RbacGrains.Api.Tests;

/// <summary>Who asks too often is told so and when to come back; nobody else notices.</summary>
public sealed class RateLimitTests
{
    private const string Once = "1";

    [Fact]
    public async Task A_key_that_asks_too_often_waits_and_others_do_not()
    {
        await using var program = await ServedProgram.Start(
            "--environment", "Development", "--Rbac:SignIn:Development", "true", "--Rbac:Limits:Key:PerMinute", Once, "--Rbac:Limits:Key:Burst", "3");
        using var browser = new Browser(program.Origin);
        await browser.Submit("/signin/development", ("id", "ada"));
        for (var call = 0; call < 3; call++) (await program.SendWithKey("GET", "/v1/models")).ShouldBe(200);
        var limited = (await program.SendWithKey("GET", "/v1/models")).ShouldBeProblem(429, "rate_limited");
        Assert.InRange(int.Parse(limited.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        // Neither does a change get through, nor is a body read for it.
        (await program.SendWithKey("PUT", "/v1/organizations/acme", "{")).ShouldBeProblem(429, "rate_limited");
        (await browser.Fetch("GET", "/v1/me")).ShouldBe(200);
        (await program.Send("GET", "/v1/models", null, ("Authorization", "Bearer wrong"))).ShouldBeProblem(401, "unauthenticated");
        foreach (var health in new[] { "/health/live", "/health/ready" }) (await program.Send("GET", health)).ShouldBe(200);
    }

    [Fact]
    public async Task A_person_that_asks_too_often_waits_and_keys_do_not()
    {
        await using var program = await ServedProgram.Start(
            "--environment", "Development", "--Rbac:SignIn:Development", "true", "--Rbac:Limits:User:PerMinute", Once, "--Rbac:Limits:User:Burst", "2");
        using var ada = new Browser(program.Origin);
        using var ben = new Browser(program.Origin);
        await ada.Submit("/signin/development", ("id", "ada"));
        await ben.Submit("/signin/development", ("id", "ben"));
        (await ada.Fetch("GET", "/v1/me")).ShouldBe(200);
        (await ada.Fetch("GET", "/v1/me")).ShouldBe(200);
        (await ada.Fetch("GET", "/v1/me")).ShouldBeProblem(429, "rate_limited");
        (await ben.Fetch("GET", "/v1/me")).ShouldBe(200);
        (await program.SendWithKey("GET", "/v1/me", null, ("Rbac-Actor", "ada"))).ShouldBe(200);
    }

    [Fact]
    public async Task An_address_that_asks_too_often_waits_whatever_it_asks_but_for_health()
    {
        await using var program = await ServedProgram.Start("--Rbac:Limits:Address:PerMinute", Once, "--Rbac:Limits:Address:Burst", "2");
        (await program.Send("GET", "/openapi/v1.json")).ShouldBe(200);
        (await program.Send("GET", "/no/such/path")).ShouldBe(404);
        (await program.SendWithKey("GET", "/v1/models")).ShouldBeProblem(429, "rate_limited");
        (await program.Send("GET", "/openapi/v1.json")).ShouldBeProblem(429, "rate_limited");
        for (var probe = 0; probe < 5; probe++) (await program.Send("GET", "/health/ready")).ShouldBe(200);
        (await program.Send("GET", "/healthy")).ShouldBeProblem(429, "rate_limited");
    }

    [Fact]
    public async Task Wrong_keys_and_tokens_are_counted_together_and_a_right_key_still_opens()
    {
        await using var program = await ServedProgram.Start("--Rbac:Limits:Failures:PerMinute", Once, "--Rbac:Limits:Failures:Burst", "3");
        const string Answer = """{"token":"no.token","user":"ann","email":"ann@acme.example"}""";
        (await program.Send("GET", "/v1/models", null, ("Authorization", "Bearer wrong"))).ShouldBeProblem(401, "unauthenticated");
        (await program.Send("GET", "/v1/models")).ShouldBeProblem(401, "unauthenticated");
        (await program.SendWithKey("POST", "/v1/invitations/accept", Answer)).ShouldBeProblem(404, "invitation_token_invalid", "/token");
        (await program.SendWithKey("POST", "/v1/invitations/accept", Answer)).ShouldBeProblem(429, "rate_limited");
        (await program.SendWithKey("POST", "/v1/invitations/decline", Answer)).ShouldBeProblem(429, "rate_limited");
        var limited = (await program.Send("GET", "/v1/models", null, ("Authorization", "Bearer wrong"))).ShouldBeProblem(429, "rate_limited");
        Assert.True(limited.Headers.ContainsKey("Retry-After"));
        (await program.SendWithKey("GET", "/v1/models")).ShouldBe(200);
        // What is no attempt to guess anything is answered as ever.
        (await program.SendWithKey("GET", "/v1/organizations/none")).ShouldBeProblem(404, "organization_not_found");
    }

    [Fact]
    public async Task Sign_ins_of_an_address_are_limited()
    {
        await using var program = await ServedProgram.Start(
            "--environment", "Development", "--Rbac:SignIn:Development", "true",
            "--Rbac:Limits:Anonymous:PerMinute", Once, "--Rbac:Limits:Anonymous:Burst", "2");
        (await program.Send("GET", "/signin")).ShouldBe(200);
        (await program.Send("POST", "/signout", null, ("Sec-Fetch-Site", "same-origin"))).ShouldBe(200);
        (await program.Send("GET", "/signin")).ShouldBeProblem(429, "rate_limited");
        var page = (await program.Send("GET", "/signin", null, ("Accept", "text/html"))).ShouldBe(429);
        Assert.Equal("text/html", page.MediaType);
        Assert.True(page.Headers.ContainsKey("Retry-After"));
        (await program.SendWithKey("GET", "/v1/models")).ShouldBe(200);
    }

    [Fact]
    public async Task Answers_of_a_provider_that_nobody_asked_for_are_limited_too()
    {
        await using var program = await ServedProgram.Start(
            "--environment", "Development", "--Rbac:SignIn:Authority", "http://localhost:9", "--Rbac:SignIn:ClientId", "rbac",
            "--Rbac:Limits:Anonymous:PerMinute", Once, "--Rbac:Limits:Anonymous:Burst", "4",
            "--Rbac:Limits:Failures:PerMinute", Once, "--Rbac:Limits:Failures:Burst", "2");
        for (var call = 0; call < 2; call++) (await program.Send("GET", "/signin/callback?state=x&code=y")).ShouldBeProblem(400, "sign_in_state_invalid");
        for (var call = 0; call < 4; call++) (await program.Send("GET", "/signin/callback?state=x&code=y")).ShouldBeProblem(429, "rate_limited");
    }

    [Fact]
    public async Task A_rate_of_nothing_is_no_limit()
    {
        await using var program = await ServedProgram.Start("--Rbac:Limits:Key:PerMinute", "0", "--Rbac:Limits:Key:Burst", "1", "--Rbac:Limits:Address:PerMinute", "0");
        for (var call = 0; call < 50; call++) (await program.SendWithKey("GET", "/v1/models/letta")).ShouldBe(200);
    }
}
