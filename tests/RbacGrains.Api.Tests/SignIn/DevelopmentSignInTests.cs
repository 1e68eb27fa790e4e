using System.Text.RegularExpressions;

namespace RbacGrains.Api.Tests;

/// <summary>A sign-in that believes everybody is for development, and refuses to be anywhere else.</summary>
public sealed class DevelopmentSignInTests
{
    private static readonly string[] Development = ["--environment", "Development", "--Rbac:SignIn:Development", "true"];

    [Theory]
    [InlineData("the environment is not Development", "--environment", "Production")]
    [InlineData("the environment is not Development", "--environment", "Staging")]
    [InlineData("'http://0.0.0.0:0' is not an address of this machine alone", "--environment", "Development", "--urls", "http://0.0.0.0:0")]
    [InlineData("'http://*:0' is not", "--environment", "Development", "--urls", "http://*:0")]
    [InlineData("'http://[::]:0' is not", "--environment", "Development", "--urls", "http://[::]:0")]
    [InlineData("'http://192.0.2.1:80' is not", "--environment", "Development", "--urls", "http://127.0.0.1:0;http://192.0.2.1:80")]
    [InlineData("'http://localhost.evil.example:80' is not", "--environment", "Development", "--urls", "http://localhost.evil.example:80")]
    [InlineData("'http_ports=8080' is not", "--environment", "Development", "--http_ports", "8080")]
    [InlineData("is not an address", "--environment", "Development", "--Kestrel:Endpoints:Open:Url", "http://0.0.0.0:0")]
    [InlineData("names a provider", "--environment", "Development", "--Rbac:SignIn:Authority", "https://id.example", "--Rbac:SignIn:ClientId", "x")]
    public async Task The_program_does_not_start_with_it_elsewhere(string why, params string[] args)
    {
        using var error = new StringWriter();
        // Should it start after all, it stops again.
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var code = await Standalone.StandaloneServer.Run(["--Rbac:SignIn:Development", "true", "--Rbac:RootKey", "k", .. args], TextWriter.Null, error, stop.Token);
        Assert.Equal(2, code);
        Assert.StartsWith("Rbac:SignIn:Development is true, but ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(why, error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_demo_has_it_in_development_only()
    {
        await using var development = await ServedProgram.Start("--demo", "true", "--environment", "Development");
        (await development.Send("GET", "/signin")).ShouldBe(200);
        await using var production = await ServedProgram.Start("--demo", "true");
        (await production.Send("GET", "/signin")).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task A_developer_picks_or_types_somebody_and_is_them()
    {
        await using var program = await ServedProgram.Start(Development);
        await program.NewOrganization("acme", "ada@acme.example");
        using var browser = new Browser(program.Origin);
        var page = (await browser.Open("/signin?return=/v1/organizations%3Fpage_size%3D1")).ShouldBe(200);
        Assert.Contains("form-action 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Matches(new Regex("name=\"user\" value=\"ada@acme\\.example\""), page.Text);
        var signedIn = await browser.Submit("/signin/development", ("user", "ada@acme.example"), ("id", ""), ("return", "/v1/organizations?page_size=1"));
        Assert.Equal("/v1/organizations?page_size=1", signedIn.ShouldBe(303).Headers["Location"]);
        var me = (await browser.Fetch("GET", "/v1/me")).ShouldBe(200);
        Assert.Equal("""{"user":"ada@acme.example","signed_in_by":"development","organizations":["acme"]}""", me.Text);
        (await browser.Fetch("GET", "/v1/organizations/acme")).ShouldBe(200);
        Assert.Contains(program.Log.Lines, line => line.StartsWith("Warning: The development sign-in is on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("svc:robot")]
    [InlineData("SVC:x")]
    [InlineData("not an id")]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("..")]
    public async Task Nobody_can_be_a_service_account_or_no_id(string user)
    {
        await using var program = await ServedProgram.Start(Development);
        using var browser = new Browser(program.Origin);
        (await browser.Submit("/signin/development", ("id", user))).ShouldBe(403);
        Assert.Null(browser.Session);
    }

    [Fact]
    public async Task Only_this_machine_by_its_own_name_and_its_own_page_signs_in()
    {
        await using var program = await ServedProgram.Start(Development);
        const string Form = "application/x-www-form-urlencoded";
        // A name of somebody else's that leads here (DNS rebinding), and another site's form.
        (await program.Send("GET", "/signin", null, ("Host", "evil.example"))).ShouldBeProblem(403, "sign_in_user_refused");
        (await program.Send("POST", "/signin/development", "id=ada", ("Host", "evil.example"), ("Sec-Fetch-Site", "same-origin"), ("Content-Type", Form)))
            .ShouldBeProblem(403, "sign_in_user_refused");
        (await program.Send("POST", "/signin/development", "id=ada", ("Sec-Fetch-Site", "cross-site"), ("Content-Type", Form))).ShouldBeProblem(403, "cross_site_request");
        (await program.Send("POST", "/signin/development", "id=ada", ("Content-Type", Form))).ShouldBeProblem(403, "cross_site_request");
        (await program.Send("POST", "/signin/development", "{}", ("Sec-Fetch-Site", "same-origin"))).ShouldBeProblem(415, "unsupported_media_type");
        (await program.Send("POST", "/signin/development", "id=ada", ("Sec-Fetch-Site", "same-origin"), ("Content-Type", Form))).ShouldBe(303);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\nSet-Cookie: x=y")]
    [InlineData("/%0d%0aSet-Cookie: x=y")]
    [InlineData("/a b")]
    [InlineData("/é")]
    [InlineData(" /v1/me")]
    [InlineData("/a\\..\\..\\evil")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string back)
    {
        await using var program = await ServedProgram.Start(Development);
        using var browser = new Browser(program.Origin);
        (await browser.Open("/signin?return=" + Uri.EscapeDataString(back), "*/*")).ShouldBeProblem(400, "return_not_local");
        (await browser.Submit("/signin/development", ("id", "ada"), ("return", back))).ShouldBe(400);
        Assert.Null(browser.Session);
    }

    [Fact]
    public async Task A_return_that_is_written_into_the_page_stays_text()
    {
        await using var program = await ServedProgram.Start(Development);
        using var browser = new Browser(program.Origin);
        var page = (await browser.Open("/signin?return=" + Uri.EscapeDataString("/\"><script>alert(1)</script>"))).ShouldBe(200);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
        (await browser.Open("/signin?return=/a&return=/b", "*/*")).ShouldBeProblem(400, "invalid_value");
    }
}
