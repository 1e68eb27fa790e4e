using RbacGrains.Testing;

namespace RbacGrains.Api.Tests;

/// <summary>What a session is good for, and what is none.</summary>
public sealed class SessionTests
{
    private static readonly string[] Development = ["--environment", "Development", "--Rbac:SignIn:Development", "true"];

    [Fact]
    public async Task Altered_cookies_open_nothing_and_break_nothing()
    {
        await using var program = await ServedProgram.Start(Development);
        var (name, value) = await SignIn(program, "ada");
        (await Me(program, $"{name}={value}")).ShouldBe(200);
        for (var at = 0; at < value.Length; at += 7)
            (await Me(program, $"{name}={value[..at]}{(value[at] == 'A' ? 'B' : 'A')}{value[(at + 1)..]}")).ShouldBeProblem(401, "unauthenticated");
        foreach (var altered in new[] { "", "x", value[..^1], value[1..], value + "AAAA", "chunks-3", "%00", new string('A', 4000) })
            (await Me(program, $"{name}={altered}")).ShouldBeProblem(401, "unauthenticated");
        (await Me(program, $"__Host-{name}={value}")).ShouldBeProblem(401, "unauthenticated");
        (await Me(program, $"{name}={value}", ("Authorization", "Bearer wrong"))).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_key_counts_and_not_the_cookie_beside_it()
    {
        await using var program = await ServedProgram.Start(Development);
        var (name, value) = await SignIn(program, "ada");
        var me = await program.SendWithKey("GET", "/v1/me", null, ("Cookie", $"{name}={value}"), ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal("""{"user":null,"signed_in_by":"key","organizations":[]}""", me.ShouldBe(200).Text);
        me = await program.SendWithKey("GET", "/v1/me", null, ("Cookie", $"{name}={value}"), ("Rbac-Actor", "ben"));
        Assert.Equal("ben", me.ShouldBe(200).String("user"));
        Assert.DoesNotContain("Set-Cookie", me.Headers.Keys);
    }

    [Fact]
    public async Task A_key_of_one_organization_is_told_of_no_other()
    {
        await using var program = await ServedProgram.Start();
        await program.NewOrganization("acme", "ada");
        await program.NewOrganization("globex", "ada");
        var made = await program.SendWithKey("POST", "/v1/organizations/acme/api_keys", """{"name":"back end","role":"admin","acts_for_users":true}""");
        var key = ("Authorization", $"Bearer {made.ShouldBe(201).String("key")}");
        var me = (await program.Send("GET", "/v1/me", null, key, ("Rbac-Actor", "ada"))).ShouldBe(200);
        Assert.Equal("""["acme"]""", me.Json["organizations"]!.ToJsonString());
        Assert.StartsWith("svc:", (await program.Send("GET", "/v1/me", null, key)).ShouldBe(200).String("user"), StringComparison.Ordinal);
        Assert.Equal(2, (await program.SendWithKey("GET", "/v1/me", null, ("Rbac-Actor", "ada"))).Json["organizations"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("GET", null, null, 200)]
    [InlineData("GET", "same-origin", null, 200)]
    [InlineData("GET", "none", null, 200)]
    [InlineData("GET", "same-site", null, 403)]
    [InlineData("GET", "cross-site", null, 403)]
    [InlineData("GET", "", "https://evil.example", 403)]
    [InlineData("POST", "same-origin", null, 200)]
    [InlineData("POST", "same-origin", "null", 200)]
    [InlineData("POST", null, "own", 200)]
    [InlineData("POST", null, null, 403)]
    [InlineData("POST", "none", null, 403)]
    [InlineData("POST", "same-site", "own", 403)]
    [InlineData("POST", "cross-site", "own", 403)]
    [InlineData("POST", "Same-Origin", null, 403)]
    [InlineData("POST", null, "null", 403)]
    [InlineData("POST", null, "https://evil.example", 403)]
    [InlineData("POST", null, "http://127.0.0.1", 403)]
    public async Task A_session_is_for_the_pages_of_this_service_only(string method, string? site, string? origin, int status)
    {
        await using var program = await ServedProgram.Start(Development);
        var (name, value) = await SignIn(program, "ada");
        await program.NewOrganization("acme", "ada");
        List<(string, string)> headers = [("Cookie", $"{name}={value}")];
        if (site is not null) headers.Add(("Sec-Fetch-Site", site));
        if (origin is not null) headers.Add(("Origin", origin == "own" ? program.Origin : origin));
        var reply = method == "GET"
            ? await program.Send("GET", "/v1/me", null, [.. headers])
            : await program.Send("POST", "/v1/check", """{"organization":"acme","user":"ada","action":"agents:read"}""", [.. headers]);
        if (status == 403) reply.ShouldBeProblem(403, "cross_site_request");
        else reply.ShouldBe(status);
        if (method == "GET" && site is null) (await program.Send("GET", "/v1/leases", null, [.. headers])).ShouldBeProblem(403, "cross_site_request");
        if (method == "POST")
        {
            var signOut = await program.Send("POST", "/signout", null, [.. headers]);
            if (status == 403) signOut.ShouldBeProblem(403, "cross_site_request");
            else signOut.ShouldBe(200);
        }
    }

    [Fact]
    public async Task A_session_answers_invitations_of_its_own_address_only()
    {
        await using var program = await ServedProgram.Start(Development);
        await program.NewOrganization("acme", "ada");
        var invited = await program.SendWithKey("POST", "/v1/organizations/acme/invitations", """{"email":"ben@acme.example","role":"analyst"}""");
        var token = invited.ShouldBe(201).String("token");
        using var mallory = new Browser(program.Origin);
        await SignIn(mallory, "mallory@evil.example");
        foreach (var how in new[] { "accept", "decline" })
            (await mallory.Fetch("POST", $"/v1/invitations/{how}", Answer("mallory@evil.example"))).ShouldBeProblem(403, "email_not_proved", "/email");
        using var ben = new Browser(program.Origin);
        await SignIn(ben, "Ben@acme.example");
        (await ben.Fetch("POST", "/v1/invitations/accept", Answer("Ben@acme.example"))).ShouldBe(200);

        string Answer(string user) => $$"""{"token":"{{token}}","user":"{{user}}","email":"ben@acme.example"}""";
    }

    [Fact]
    public async Task A_session_ends_when_nobody_uses_it_and_at_its_end_whoever_uses_it()
    {
        await using var program = await ServedProgram.Start([.. Development, "--Rbac:SignIn:IdleTimeout", "01:00:00", "--Rbac:SignIn:Lifetime", "03:00:00"]);
        using var idle = new Browser(program.Origin);
        using var busy = new Browser(program.Origin);
        await SignIn(idle, "ada");
        await SignIn(busy, "ben");
        for (var minutes = 0; minutes < 160; minutes += 40)
        {
            program.Clock.Advance(TimeSpan.FromMinutes(40));
            (await busy.Fetch("GET", "/v1/me")).ShouldBe(200);
        }

        (await idle.Fetch("GET", "/v1/me")).ShouldBeProblem(401, "unauthenticated");
        program.Clock.Advance(TimeSpan.FromMinutes(21));
        (await busy.Fetch("GET", "/v1/me")).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task With_a_directory_of_keys_sessions_and_their_ends_outlive_the_program_and_are_known_to_others()
    {
        using var directory = new TemporaryDirectory();
        string[] args = [.. Development, "--Rbac:SignIn:KeyDirectory", directory.File("keys")];
        (string Name, string Value) kept, ended;
        await using (var first = await ServedProgram.Start(args))
        {
            await using var second = await ServedProgram.Start(args);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory.File("keys")));
            kept = await SignIn(first, "ada");
            ended = await SignIn(first, "ben");
            (await Me(second, $"{ended.Name}={ended.Value}")).ShouldBe(200);
            (await first.Send("POST", "/signout", null, ("Cookie", $"{ended.Name}={ended.Value}"), ("Sec-Fetch-Site", "same-origin"))).ShouldBe(200);
            (await Me(second, $"{ended.Name}={ended.Value}")).ShouldBeProblem(401, "unauthenticated");
        }

        await using (var later = await ServedProgram.Start(args))
        {
            (await Me(later, $"{kept.Name}={kept.Value}")).ShouldBe(200);
            (await Me(later, $"{ended.Name}={ended.Value}")).ShouldBeProblem(401, "unauthenticated");
            // Whether a session has ended cannot be told any more, so it has.
            Directory.Delete(directory.File("keys"), recursive: true);
            (await Me(later, $"{kept.Name}={kept.Value}")).ShouldBeProblem(401, "unauthenticated");
        }

        await using var ephemeral = await ServedProgram.Start(Development);
        (await Me(ephemeral, $"{kept.Name}={kept.Value}")).ShouldBeProblem(401, "unauthenticated");
        Assert.Contains(ephemeral.Log.Lines, line => line.Contains("Rbac:SignIn:KeyDirectory is not set", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_no_session_signs_out_in_vain_and_without_harm()
    {
        await using var program = await ServedProgram.Start(Development);
        Assert.Equal("""{"provider_url":null}""", (await program.Send("POST", "/signout", null, ("Sec-Fetch-Site", "same-origin"))).ShouldBe(200).Text);
        (await program.Send("GET", "/signout")).ShouldBeProblem(405, "method_not_allowed");
    }

    [Fact]
    public async Task Where_nobody_can_sign_in_a_cookie_is_nothing()
    {
        await using var program = await ServedProgram.Start();
        foreach (var (method, path) in new[] { ("GET", "/signin"), ("GET", "/signin/callback"), ("POST", "/signout"), ("POST", "/signin/development") })
            (await program.Send(method, path)).ShouldBeProblem(404, "not_found");
        (await Me(program, "rbac-session=x; __Host-rbac-session=x")).ShouldBeProblem(401, "unauthenticated");
    }

    private static async Task<(string Name, string Value)> SignIn(ServedProgram program, string user)
    {
        using var browser = new Browser(program.Origin);
        await SignIn(browser, user);
        return (browser.Session!.Name, browser.Session.Value);
    }

    private static async Task SignIn(Browser browser, string user) =>
        Assert.Equal("/", (await browser.Submit("/signin/development", ("id", user))).ShouldBe(303).Headers["Location"]);

    private static Task<Reply> Me(ServedProgram program, string cookie, params (string, string)[] headers) =>
        program.Send("GET", "/v1/me", null, [("Cookie", cookie), .. headers]);
}
