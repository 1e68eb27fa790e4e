using static RbacGrains.Contract.Tests.Archive;

namespace RbacGrains.Contract.Tests;

/// <summary>Checks that say what is acted on and how.</summary>
public abstract class EvaluationSuite : ContractSuite
{
    [Fact]
    public async Task A_condition_is_judged_by_what_the_request_says()
    {
        await Started();

        Assert.Equal(DecisionReason.Granted, await Evaluated("editor", Ask("write", "r1", resource: """{"status":"active"}""")));
        Assert.Equal(DecisionReason.ConditionNotMet, await Evaluated("editor", Ask("write", "r1", resource: """{"status":"archived"}""")));
        Assert.Equal(DecisionReason.ConditionNotMet, await Evaluated("editor", Ask("write")));
        Assert.Equal(DecisionReason.Granted, await Evaluated("editor", Ask("delete", "r1", action: """{"soft":true}""")));
        Assert.Equal(DecisionReason.ConditionNotMet, await Evaluated("editor", Ask("delete", "r1", action: """{"soft":"true"}""")));
        Assert.Equal(DecisionReason.Granted, await Evaluated("author", Ask("write", resource: """{"owner":"author"}""", subject: """{"id":"bob"}""")));
        Assert.Equal(DecisionReason.ConditionNotMet, await Evaluated("author", Ask("write", resource: """{"owner":"bob"}""", subject: """{"id":"bob"}""")));
        Assert.Equal(DecisionReason.Admin, await Evaluated("owner", Ask("write")));
        Assert.Equal(DecisionReason.NotMember, await Evaluated("nobody", Ask("write")));
    }

    [Fact]
    public async Task A_plain_check_satisfies_no_condition_and_says_so()
    {
        await Started();

        Assert.Equal(DecisionReason.ConditionNotMet, await Reason("editor", "acme", "record:write"));
        Assert.Contains(
            "only when resource.status not_equals 'archived', and the check says nothing",
            (await Grid.User("editor").Explain(Caller.Service, "acme", "record:write", null, None)).Require().Sentence,
            StringComparison.Ordinal);
        Assert.Equal(["record:read"], (await Grid.Organization("acme").GetPermissions(Caller.Service, "editor", null, None)).Require().Actions.AsEnumerable());
    }

    [Fact]
    public async Task The_catalog_says_what_the_request_does_not()
    {
        var acme = await Started();
        await acme.PutResource(Service, Record("r1"), Content("""{"status":"archived"}"""), None);
        await acme.PutResource(Service, new ResourceReference("user", "archivist"), Content("""{"role":"admin"}"""), None);

        Assert.Equal(DecisionReason.ConditionNotMet, await Evaluated("editor", Ask("write", "r1")));
        Assert.Equal(DecisionReason.Granted, await Evaluated("editor", Ask("write", "r1", resource: """{"status":"active"}""")));
        Assert.Equal(DecisionReason.ConditionNotMet, await Evaluated("editor", Ask("write", "r1", resource: """{"status":null}""")));
        Assert.Equal(DecisionReason.Granted, await Evaluated("archivist", Ask("write", "r1")));
        Assert.Equal(DecisionReason.ConditionNotMet, await Evaluated("archivist", Ask("write", "r1", subject: """{"role":"guest"}""")));

        (await acme.PutResource(Service, Record("r1"), Content("""{"status":"active"}"""), None)).Require();
        Assert.Equal(DecisionReason.Granted, await Evaluated("editor", Ask("write", "r1")));
        (await acme.RemoveResource(Service, Record("r1"), None)).Require();
        Assert.Equal(DecisionReason.ConditionNotMet, await Evaluated("editor", Ask("write", "r1")));
    }

    [Fact]
    public async Task A_resource_is_judged_within_its_project()
    {
        var acme = await Started();
        await Member(acme, "bound", new MemberAssignment { Role = "keeper", Projects = [new ProjectAssignment { Project = "closed" }] });
        await acme.PutResource(Service, Record("r1"), Content("{}", project: "closed"), None);

        Assert.Equal(DecisionReason.OutsideProjectScope, await Evaluated("bound", Ask("write", "r1")));
        Assert.Equal(DecisionReason.Granted, await Evaluated("bound", Ask("write", "r1", project: "open")));
        Assert.Equal(DecisionReason.Granted, await Evaluated("bound", Ask("write", "r2")));
        var project = Ask("write") with { Resource = new ResourceReference("project", "closed") };
        Assert.Equal(DecisionReason.OutsideProjectScope, await Evaluated("bound", project));
    }

    [Fact]
    public async Task Ceilings_and_mistakes_are_those_of_a_check()
    {
        var acme = await Started();
        await Patched(acme, "editor", new MemberPatch { Suspended = true });

        Assert.Equal(DecisionReason.Suspended, await Evaluated("editor", Ask("write", resource: """{"status":"active"}""")));
        Fails(ErrorCodes.UnknownAction, await Grid.User("editor").Evaluate(Caller.Service, "acme", Ask("burn"), None));
        Fails(ErrorCodes.OrganizationNotFound, await Grid.User("editor").Evaluate(Caller.Service, "nowhere", Ask("read"), None));
        Fails(ErrorCodes.InvalidId, await Grid.User("editor").Evaluate(Caller.Service, "acme", Ask("read", project: "a b"), None));
        Fails(ErrorCodes.PermissionDenied, await Grid.User("editor").Evaluate(new Caller("author"), "acme", Ask("read"), None));
        Assert.Equal(
            DecisionReason.Granted, (await Grid.User("author").Evaluate(new Caller("author"), "acme", Ask("read"), None)).Require().Reason);
        Fails(
            ErrorCodes.OrganizationNotFound,
            await Grid.User("editor").Evaluate(new Caller("owner") { Organization = "other" }, "acme", Ask("read"), None));
    }

    [Fact]
    public async Task Many_are_answered_in_order_and_an_area_at_a_level_is_an_action()
    {
        await Started();
        Evaluation[] asked = [Ask("read"), Ask("burn"), Ask("write"), Ask("read") with { Action = "shelf/top@read" }];

        var answered = await Grid.User("reader").EvaluateMany(Caller.Service, "acme", [.. asked], None);

        Assert.Equal([true, null, false, true], answered.Select(one => one.Value is { } decision && one.Succeeded ? decision.Allowed : (bool?)null));
        Assert.Equal(ErrorCodes.UnknownAction, answered[1].Error!.Code);
    }

    [Fact]
    public async Task An_explanation_of_an_evaluation_names_the_condition()
    {
        await Started();
        var explained = await Grid.User("editor").ExplainEvaluation(
            Caller.Service, "acme", Ask("write", resource: """{"status":"archived"}"""), None);

        Assert.Equal(
            "Denied: role 'editor' gives 'record:write' only when resource.status not_equals 'archived', which does not hold.",
            explained.Require().Sentence);
    }

    [Fact]
    public async Task Who_holds_something_under_a_condition_gives_it_only_so()
    {
        var acme = await Started();

        (await acme.PutMember(By("author"), "other", new MemberAssignment { Role = "author" }, None)).Require();
        Fails(ErrorCodes.GrantExceedsOwn, await acme.PutMember(By("author"), "third", new MemberAssignment { Role = "keeper" }, None));
        Fails(ErrorCodes.GrantExceedsOwn, await acme.PutMember(By("author"), "third", new MemberAssignment { Role = "editor" }, None));
        var single = new MemberAssignment { Role = "reader", Grants = Given(("record:write", "allow")) };
        Fails(ErrorCodes.GrantExceedsOwn, await acme.PutMember(By("author"), "third", single, None));
    }

    [Fact]
    public async Task A_role_is_shown_with_its_conditions()
    {
        var acme = await Started();

        var author = (await acme.ListRoles(Caller.Service, None)).Require().Single(role => role.Role.Id == "author").Role;

        Assert.Equal("resource.owner equals subject.id", author.ConditionalActions.Single().When.Text);
    }

    private async Task<IOrganization> Started()
    {
        var acme = await Organization("acme", ContractModels.Archive);
        foreach (var role in new[] { "editor", "archivist", "author", "reader" }) await Member(acme, role, role);
        return acme;
    }

    private async Task<DecisionReason> Evaluated(string user, Evaluation evaluation) =>
        (await Grid.User(user).Evaluate(Caller.Service, "acme", evaluation, None)).Require().Reason;
}
