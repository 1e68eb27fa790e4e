using Microsoft.AspNetCore.Builder;

namespace RbacGrains.Client.Tests.AspNetCore;

/// <summary>Endpoints that require actions.</summary>
public sealed class EndpointTests
{
    private static readonly (string, string) Alice = ("Claims", "sub=alice");

    [Fact]
    public async Task Whoever_holds_the_action_is_let_in()
    {
        var permissions = new Answering().Allow("agents:update");
        await using var app = await GuardedApp.Start(permissions, app => app.MapGet("/{org}/agents", GuardedApp.Where).RequireAction("agents:update"));

        var answer = await app.Get("/acme/agents", Alice);

        Assert.Equal((200, "alice acme"), (answer.Status, answer.Body));
        Assert.Equal(["alice acme agents:update"], permissions.Asked);
    }

    [Fact]
    public async Task Whoever_does_not_hold_it_gets_a_problem_that_says_what_is_missing()
    {
        await using var app = await GuardedApp.Start(
            new Answering(), app => app.MapGet("/{org}/{project}/agents", GuardedApp.Where).RequireAction("agents:update"));

        var answer = await app.Get("/acme/p1/agents", Alice);

        Assert.Equal(403, answer.Status);
        Assert.Equal("permission_denied", answer.Code);
        Assert.Equal("agents:update", answer["action"]);
        Assert.Equal("acme", answer["organization"]);
        Assert.Equal("p1", answer["project"]);
        Assert.Equal("urn:rbac-grains:problem:permission_denied", answer["type"]);
    }

    [Fact]
    public async Task An_organization_of_which_one_is_no_member_looks_like_one_that_is_not_there()
    {
        var permissions = new Answering()
            .Answer("a:member", Decision.NotMember(7))
            .Answer("a:nowhere", Errors.OrganizationNotFound("acme"))
            .Answer("a:other-model", new Error(ErrorKind.Invalid, ErrorCodes.UnknownAction, "The model 'secret' has no action 'a:other-model'."));
        await using var app = await GuardedApp.Start(permissions, app =>
        {
            foreach (var action in permissions.Answers.Keys) app.MapGet($"/{{org}}/{action[2..]}", GuardedApp.Where).RequireAction(action);
        });

        var answers = new List<Answer>();
        foreach (var action in permissions.Answers.Keys) answers.Add(await app.Get($"/acme/{action[2..]}", Alice));

        Assert.All(answers, answer => Assert.Equal(404, answer.Status));
        Assert.All(answers, answer => Assert.Equal("organization_not_found", answer.Code));
        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.All(answers, answer => Assert.Null(answer["action"]));
    }

    [Fact]
    public async Task All_of_several_requirements_must_hold_and_one_of_several_actions()
    {
        var permissions = new Answering().Allow("a:one", "a:two", "knowledge/faqs@edit");
        await using var app = await GuardedApp.Start(permissions, app =>
        {
            var group = app.MapGroup("/{org}").RequireAction("a:one");
            group.MapGet("both", GuardedApp.Where).RequireAction("a:two").RequireArea("knowledge/faqs", Level.Edit);
            group.MapGet("half", GuardedApp.Where).RequireAction("a:three");
            group.MapGet("area", GuardedApp.Where).RequireArea("knowledge", Level.Read);
            group.MapGet("any", GuardedApp.Where).RequireAnyAction("a:three", "a:two");
            group.MapGet("none", GuardedApp.Where).RequireAnyAction("a:three", "a:four");
        });

        Assert.Equal(200, (await app.Get("/acme/both", Alice)).Status);
        Assert.Equal("a:three", (await app.Get("/acme/half", Alice))["action"]);
        Assert.Equal("knowledge@read", (await app.Get("/acme/area", Alice))["action"]);
        Assert.Equal(200, (await app.Get("/acme/any", Alice)).Status);
        var none = await app.Get("/acme/none", Alice);
        Assert.Equal((403, """["a:three","a:four"]"""), (none.Status, none["any_of"]));
    }

    [Fact]
    public async Task An_attribute_on_a_handler_is_as_good_as_a_word_on_its_endpoint()
    {
        await using var app = await GuardedApp.Start(
            new Answering().Allow("a:one"),
            app =>
            {
                app.MapGet("/{org}/one", [RequireAction("a:one")] (RequestScope scope) => GuardedApp.Where(scope));
                app.MapGet("/{org}/two", [RequireAction("a:one"), RequireAction("a:two")] (RequestScope scope) => GuardedApp.Where(scope));
                app.MapGet("/{org}/area", [RequireArea("flows", Level.Edit)] (RequestScope scope) => GuardedApp.Where(scope));
            });

        Assert.Equal(200, (await app.Get("/acme/one", Alice)).Status);
        Assert.Equal(403, (await app.Get("/acme/two", Alice)).Status);
        Assert.Equal("flows@edit", (await app.Get("/acme/area", Alice))["action"]);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_challenged_by_the_frameworks_scheme()
    {
        var permissions = new Answering().Allow("a:one");
        await using var app = await GuardedApp.Start(permissions, app => app.MapGet("/{org}", () => "in").RequireAction("a:one"));

        var answer = await app.Get("/acme");

        Assert.Equal((401, "Test", "unauthenticated"), (answer.Status, answer.Challenge, answer.Code));
        Assert.Empty(permissions.Asked);
    }

    [Theory]
    [InlineData("Agents:Update")]
    [InlineData("agents")]
    [InlineData("agents:")]
    [InlineData(":update")]
    [InlineData("agents:update,agents:delete")]
    [InlineData("agents:update\n")]
    [InlineData("a:b:c")]
    [InlineData("")]
    public void What_cannot_be_an_action_is_refused_where_it_is_written(string action)
    {
        Assert.Throws<ArgumentException>(() => new RequireActionAttribute(action));
        Assert.Throws<ArgumentException>(() => new ActionRequirement(action));
    }

    [Fact]
    public void A_level_that_stands_for_nothing_cannot_be_required() =>
        Assert.Throws<ArgumentException>(() => new RequireAreaAttribute("knowledge", Level.None));

    [Fact]
    public void One_of_no_actions_cannot_be_required() => Assert.Throws<ArgumentException>(() => new RequireAnyActionAttribute());

    [Fact]
    public async Task A_person_gets_the_applications_page_and_no_problem()
    {
        await using var app = await GuardedApp.Start(new Answering(), app =>
        {
            app.UseStatusCodePages("text/html", "<p>Ask an admin ({0}).</p>");
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapGet("/{org}", () => "in").RequireAction("a:one");
        });

        var answer = await app.Get("/acme", Alice, ("Accept", "text/html,application/xhtml+xml"));

        Assert.Equal((403, "<p>Ask an admin (403).</p>"), (answer.Status, answer.Body));
    }
}
