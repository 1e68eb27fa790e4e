namespace RbacGrains.Samples.Letta.Tests;

/// <summary>The interface hides what a user may not use.</summary>
public sealed class InterfaceTests(LettaServer server) : IClassFixture<LettaServer>
{
    public static TheoryData<string> Roles => [.. RoleTable.Roles];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task The_page_of_agents_has_the_buttons_of_the_role(string role)
    {
        var agent = (await server.Make("POST", "/v1/organizations/acme/agents", new { name = "Ada" })).GetProperty("id").GetString();

        var page = await server.Page(role, "/organizations/acme");

        var mayChange = RoleTable.Has(role, "Create/update/delete agents");
        Assert.Equal(RoleTable.Has(role, "Message agents"), Has(page, $"POST /v1/organizations/acme/agents/{agent}/messages"));
        Assert.Equal(mayChange, Has(page, $"DELETE /v1/organizations/acme/agents/{agent}"));
        Assert.Equal(mayChange, Has(page, "id=\"create-agent\""));
        Assert.Equal(RoleTable.Has(role, "Create/read API keys"), Has(page, "id=\"create-key\""));
        Assert.Equal(RoleTable.Has(role, "Manage users and organization settings"), Has(page, "id=\"rename-organization\""));
        // This one is not hidden, but disabled.
        Assert.True(Has(page, $"data-call=\"PATCH /v1/organizations/acme/agents/{agent}\""));
        Assert.Equal(!mayChange, Has(page, "aria-disabled=\"true\" disabled>Rename"));
        Assert.DoesNotContain("require-", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task The_overview_shows_disables_and_hides_by_role(string role)
    {
        await server.Make("PUT", "/v1/organizations/acme/environment-variables/REGION", new { value = "eu" });

        var page = await server.Page(role, "/organizations/acme/overview");

        var mayUpdate = RoleTable.Has(role, "Update organization environment variables");
        Assert.Equal(mayUpdate, Has(page, "REGION"));
        Assert.Equal(!mayUpdate, Has(page, "id=\"no-environment\""));
        Assert.Equal(!RoleTable.Has(role, "Manage billing and integrations"), Has(page, "<fieldset disabled"));
        Assert.True(Has(page, "<select>"));
        Assert.Equal(RoleTable.Has(role, "Manage users and organization settings"), Has(page, "id=\"users\""));
    }

    [Theory]
    [InlineData("/organizations/acme")]
    [InlineData("/organizations/acme/overview")]
    public async Task A_page_sends_whoever_is_not_signed_in_to_sign_in_and_a_stranger_nowhere(string path)
    {
        using var nobody = await server.Send(null, "GET", path, accept: "text/html");
        using var stranger = await server.Send("stranger", "GET", path, accept: "text/html");

        Assert.Equal(302, (int)nobody.StatusCode);
        Assert.Equal("/sign-in", nobody.Headers.Location?.OriginalString);
        Assert.Equal(404, (int)stranger.StatusCode);
    }

    [Fact]
    public async Task A_person_signs_in_with_a_click()
    {
        var page = await server.Page("nobody", "/sign-in");

        Assert.All(RoleTable.Roles, role => Assert.True(Has(page, $"value=\"{LettaServer.UserOf(role)}\"")));
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("user", "admin@acme.example")]);
        using var answer = await server.Http.PostAsync("/sign-in", form);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public void The_development_sign_in_refuses_to_run_in_production() =>
        Assert.Contains(
            "Development only",
            Assert.Throws<InvalidOperationException>(() => LettaApplication.Create(["--environment", "Production"])).Message,
            StringComparison.Ordinal);

    private static bool Has(string page, string text) => page.Contains(text, StringComparison.Ordinal);
}
