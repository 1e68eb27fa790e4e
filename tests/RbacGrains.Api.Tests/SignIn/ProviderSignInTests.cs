using Microsoft.AspNetCore.WebUtilities;

namespace RbacGrains.Api.Tests;

/// <summary>The whole way of a person: to a real provider and back, in, and out again; and each way in which it goes wrong.</summary>
public sealed class ProviderSignInTests(ProviderFixture fixture) : IClassFixture<ProviderFixture>
{
    [ProviderFact]
    public async Task A_person_signs_in_sees_their_organization_and_signs_out()
    {
        await using var program = await fixture.Start();
        await program.NewOrganization("acme", "ada");
        using var browser = new Browser(program.Origin);
        await browser.SignIn("ada");

        var me = (await browser.Fetch("GET", "/v1/me")).ShouldBe(200);
        Assert.Equal("""{"user":"ada","signed_in_by":"provider","organizations":["acme"]}""", me.Text);
        (await browser.Fetch("GET", "/v1/organizations/acme")).ShouldBe(200);
        (await browser.Fetch("PUT", "/v1/organizations/acme/members/ben", """{"role":"analyst"}""")).ShouldBe(201);
        (await browser.Fetch("PUT", "/v1/organizations/other", """{"name":"x","model":"letta","plan":"free","owner":"ada"}""")).ShouldBe(403);
        var cookie = browser.Session!;
        Assert.True(cookie.HttpOnly);

        var signedOut = (await browser.Fetch("POST", "/signout")).ShouldBe(200);
        Assert.StartsWith($"{fixture.Provider.Issuer}/session/end?client_id=rbac", signedOut.String("provider_url"), StringComparison.Ordinal);
        (await browser.Fetch("GET", "/v1/me")).ShouldBeProblem(401, "unauthenticated");

        // A copy of the cookie is no session any more.
        browser.Cookies.Add(new Uri(program.Origin), new System.Net.Cookie(cookie.Name, cookie.Value));
        (await browser.Fetch("GET", "/v1/me")).ShouldBeProblem(401, "unauthenticated");
    }

    [ProviderFact]
    public async Task What_one_person_may_not_do_a_session_does_not_do_either()
    {
        await using var program = await fixture.Start();
        await program.NewOrganization("acme", "ada");
        using var browser = new Browser(program.Origin);
        await browser.SignIn("mallory");
        (await browser.Fetch("GET", "/v1/organizations/acme")).ShouldBeProblem(404, "organization_not_found");
        Assert.Empty((await browser.Fetch("GET", "/v1/organizations")).ShouldBe(200).Json["items"]!.AsArray());
        (await browser.Send("GET", "/v1/me", null, ("Sec-Fetch-Site", "same-origin"), ("Rbac-Actor", "ada"))).ShouldBeProblem(403, "permission_denied");
    }

    [ProviderFact]
    public async Task A_code_is_good_once_and_in_the_browser_that_began_only()
    {
        await using var program = await fixture.Start();
        using var browser = new Browser(program.Origin);
        using var other = new Browser(program.Origin);
        var callback = await browser.SignInAtProvider("ada");
        (await other.Open(callback, "*/*")).ShouldBeProblem(400, "sign_in_not_begun_here");
        (await browser.Open(callback)).ShouldBe(302);
        (await browser.Open(callback, "*/*")).ShouldBeProblem(400, "sign_in_not_begun_here");
        Assert.Null(other.Session);

        // The cookie of the sign-in kept and sent again: the provider gives nothing for the code any more.
        using var keeping = new Browser(program.Origin);
        var second = await keeping.SignInAtProvider("ada");
        var kept = keeping.Cookies.GetCookieHeader(new Uri(program.Origin));
        (await keeping.Open(second)).ShouldBe(302);
        (await program.Send("GET", new Uri(second).PathAndQuery, null, ("Cookie", kept))).ShouldBeProblem(400, "sign_in_refused_by_provider");
    }

    [ProviderFact]
    public async Task A_code_of_another_sign_in_is_refused()
    {
        await using var program = await fixture.Start();
        using var victim = new Browser(program.Origin);
        using var attacker = new Browser(program.Origin);
        var stolen = QueryHelpers.ParseQuery(new Uri(await victim.SignInAtProvider("ada")).Query)["code"].ToString();
        var own = await attacker.SignInAtProvider("mallory");
        (await attacker.Open(With(own, "code", stolen), "*/*")).ShouldBeProblem(400, "sign_in_refused_by_provider");
        Assert.Null(attacker.Session);
    }

    [ProviderFact]
    public async Task Altered_answers_of_the_provider_are_refused()
    {
        await using var program = await fixture.Start();
        using var browser = new Browser(program.Origin);
        var callback = await browser.SignInAtProvider("ada");
        var state = QueryHelpers.ParseQuery(new Uri(callback).Query)["state"].ToString();
        foreach (var altered in new[] { "", "x", state[..^1], state + "x", (state[0] == 'A' ? "B" : "A") + state[1..] })
            (await browser.Open(With(callback, "state", altered), "*/*")).ShouldBeProblem(400, "sign_in_state_invalid");
        (await browser.Open(callback + "&code=another", "*/*")).ShouldBeProblem(400, "sign_in_state_invalid");
        (await browser.Open(With(callback, "iss", "https://another.example"), "*/*")).ShouldBeProblem(400, "sign_in_token_invalid");
        (await browser.Open(With(callback, "iss", null), "*/*")).ShouldBeProblem(400, "sign_in_token_invalid");
        (await browser.Open("/signin/callback", "*/*")).ShouldBeProblem(400, "sign_in_state_invalid");
        Assert.Null(browser.Session);
    }

    [ProviderFact]
    public async Task A_provider_that_refuses_is_quoted_and_nobody_else()
    {
        await using var program = await fixture.Start();
        using var browser = new Browser(program.Origin);
        foreach (var (error, said) in new[] { ("access_denied", "(access_denied)"), ("server_error", "(server_error)"), ("<script>alert(1)</script>", "(error)") })
        {
            var refused = await browser.Open(With(With(await browser.SignInAtProvider("ada"), "code", null), "error", error), "*/*");
            Assert.Contains(said, refused.ShouldBeProblem(400, "sign_in_refused_by_provider").String("detail")!, StringComparison.Ordinal);
        }

        (await browser.Open(With(await browser.SignInAtProvider("ada"), "code", null), "*/*")).ShouldBeProblem(400, "sign_in_refused_by_provider");
        var page = (await browser.Open("/signin/callback?error=x")).ShouldBe(400);
        Assert.Equal("text/html", page.MediaType);
        Assert.Contains("Begin again at /signin", page.Text, StringComparison.Ordinal);
    }

    [ProviderFact]
    public async Task A_sign_in_that_took_too_long_has_ended()
    {
        await using var program = await fixture.Start();
        using var browser = new Browser(program.Origin);
        var callback = await browser.SignInAtProvider("ada");
        program.Clock.Advance(TimeSpan.FromMinutes(11));
        (await browser.Open(callback, "*/*")).ShouldBeProblem(400, "sign_in_state_invalid");
    }

    [ProviderFact]
    public async Task A_user_is_who_the_configured_claim_says_when_it_can_be_one()
    {
        await using var program = await fixture.Start("--Rbac:SignIn:UserClaim", "email");
        using var ada = new Browser(program.Origin);
        await ada.SignIn("ada");
        Assert.Equal("ada@acme.example", (await ada.Fetch("GET", "/v1/me")).String("user"));
        await Refused(program, "unverified", "has not verified");
        await Refused(program, "not an id", "cannot be a user here");

        await using var missing = await fixture.Start("--Rbac:SignIn:UserClaim", "employee");
        await Refused(missing, "ada", "does not say the 'employee'");
        await using var subjects = await fixture.Start();
        await Refused(subjects, "svc:robot", "service accounts");
        await Refused(subjects, "SVC:robot", "service accounts");
        await Refused(subjects, "a/b", "cannot be a user here");

        async Task Refused(ServedProgram at, string user, string why)
        {
            await fixture.Provider.Know(at.Origin);
            using var browser = new Browser(at.Origin);
            var refused = await browser.Open(await browser.SignInAtProvider(user), "*/*");
            Assert.Contains(why, refused.ShouldBeProblem(403, "sign_in_user_refused").String("detail")!, StringComparison.Ordinal);
            Assert.Null(browser.Session);
        }
    }

    [ProviderFact]
    public async Task An_invitation_is_answered_only_with_an_address_that_the_provider_vouches_for()
    {
        await using var asking = await fixture.Start("--Rbac:SignIn:Scopes", "email");
        Assert.Equal(403, await Accept(asking, "ada", "mallory@acme.example"));
        Assert.Equal(403, await Accept(asking, "unverified", "unverified@acme.example"));
        Assert.Equal(200, await Accept(asking, "ada", "Ada@acme.example"));

        // A subject may look like an address and proves none.
        await using var notAsking = await fixture.Start();
        Assert.Equal(403, await Accept(notAsking, "ben", "ben@acme.example"));

        async Task<int> Accept(ServedProgram program, string user, string email)
        {
            await fixture.Provider.Know(program.Origin);
            var organization = $"acme-{user}-{email.IndexOf('@', StringComparison.Ordinal)}";
            await program.NewOrganization(organization, "owner");
            var invited = await program.SendWithKey("POST", $"/v1/organizations/{organization}/invitations", $$"""{"email":"{{email}}","role":"analyst"}""");
            using var browser = new Browser(program.Origin);
            await browser.SignIn(user);
            var answer = $$"""{"token":"{{invited.ShouldBe(201).String("token")}}","user":"{{user}}","email":"{{email}}"}""";
            var reply = await browser.Fetch("POST", "/v1/invitations/accept", answer);
            if (reply.Status == 403) reply.ShouldBeProblem(403, "email_not_proved", "/email");
            return reply.Status;
        }
    }

    [ProviderFact]
    public async Task Clients_of_every_kind_sign_people_in()
    {
        foreach (var client in new[] { ("rbac-post", "SecretInBody", "true"), ("rbac-elliptic", "SecretInBody", "false"), ("rbac-public", "ClientSecret", "") })
        {
            await using var program = await fixture.Start("--Rbac:SignIn:ClientId", client.Item1, $"--Rbac:SignIn:{client.Item2}", client.Item3);
            using var browser = new Browser(program.Origin);
            await browser.SignIn("ada");
            (await browser.Fetch("GET", "/v1/me")).ShouldBe(200);
        }
    }

    [ProviderFact]
    public async Task A_wrong_secret_is_the_operators_to_mend_and_is_logged_without_it()
    {
        await using var program = await fixture.Start("--Rbac:SignIn:ClientSecret", "wrong-secret");
        using var browser = new Browser(program.Origin);
        (await browser.Open(await browser.SignInAtProvider("ada"), "*/*")).ShouldBeProblem(503, "sign_in_unavailable");
        Assert.Contains(program.Log.Lines, line => line.Contains("invalid_client", StringComparison.Ordinal));
        Assert.DoesNotContain(program.Log.Lines, line => line.Contains("wrong-secret", StringComparison.Ordinal));
    }

    [ProviderFact]
    public async Task A_provider_that_is_gone_keeps_nobody_out_who_is_in()
    {
        await using var provider = await OidcProvider.Start();
        await using var program = await ServedProgram.Start(
            "--environment", "Development", "--Rbac:SignIn:Authority", provider.Issuer, "--Rbac:SignIn:ClientId", "rbac",
            "--Rbac:SignIn:ClientSecret", OidcProvider.Secret);
        await provider.Know(program.Origin);
        using var browser = new Browser(program.Origin);
        using var late = new Browser(program.Origin);
        await browser.SignIn("ada");
        var callback = await late.SignInAtProvider("ben");
        await provider.DisposeAsync();

        (await late.Open(callback, "*/*")).ShouldBeProblem(503, "sign_in_unavailable");
        (await browser.Fetch("GET", "/v1/me")).ShouldBe(200);
        (await browser.Fetch("POST", "/signout")).ShouldBe(200);
        (await browser.Fetch("GET", "/v1/me")).ShouldBe(401);
    }

    [Fact]
    public async Task A_provider_that_was_never_there_is_503()
    {
        await using var program = await ServedProgram.Start(
            "--environment", "Development", "--Rbac:SignIn:Authority", "http://localhost:9", "--Rbac:SignIn:ClientId", "rbac");
        var refused = (await program.Send("GET", "/signin")).ShouldBeProblem(503, "sign_in_unavailable");
        Assert.Equal("5", refused.Headers["Retry-After"]);
        (await program.Send("GET", "/signin/callback?state=x&code=y")).ShouldBeProblem(400, "sign_in_state_invalid");
    }

    private static string With(string url, string name, string? value)
    {
        var query = QueryHelpers.ParseQuery(new Uri(url).Query);
        if (value is null) query.Remove(name);
        else query[name] = value;
        return QueryHelpers.AddQueryString(new Uri(url).GetLeftPart(UriPartial.Path), query);
    }
}
