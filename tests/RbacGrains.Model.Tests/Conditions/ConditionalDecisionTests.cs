namespace RbacGrains.Model.Tests.Conditions;

public sealed class ConditionalDecisionTests
{
    private static readonly Policy Policy = new(Records.Model, "free");

    private static readonly Access Editor = new() { Role = "editor" };

    [Fact]
    public void A_condition_that_holds_gives_the_action_and_another_one_does_not()
    {
        Assert.Equal(DecisionReason.Granted, Decide(Editor, "records:write", """{"status":"active"}"""));
        Assert.Equal(DecisionReason.ConditionNotMet, Decide(Editor, "records:write", """{"status":"archived"}"""));
        Assert.Equal(DecisionReason.ConditionNotMet, Decide(Editor, "records:write", "{}"));
        Assert.Equal(DecisionReason.Granted, Decide(Editor, "records:read", "{}"));
        Assert.Equal(DecisionReason.NotGranted, Decide(Editor, "records:delete", "{}"));
    }

    [Fact]
    public void A_plain_check_satisfies_no_condition()
    {
        var policy = new Policy(Records.Read("      - { action: records:write, when: { property: resource.status, present: false } }"), "free");
        var action = policy.Model.Actions.Resolve("records:write");

        Assert.True(Evaluator.Decide(policy, Editor, action, null, Records.Facts(), TimeProvider.System).Allowed);
        Assert.Equal(DecisionReason.ConditionNotMet, Evaluator.Decide(policy, Editor, action, null, TimeProvider.System).Reason);
        Assert.False(Evaluator.Allows(policy, Editor, action, null, TimeProvider.System));
        Assert.Empty(EffectivePermissions.Of(policy, Editor, null, TimeProvider.System).Actions);
    }

    [Fact]
    public void What_is_granted_anyway_needs_no_condition()
    {
        var granted = Editor with { Grants = Grants.Of([KeyValuePair.Create("records:write", Grants.Allow)]) };

        Assert.Equal(DecisionReason.Granted, Decide(granted, "records:write", """{"status":"archived"}"""));
        Assert.Equal(DecisionReason.Admin, Decide(new Access { Role = "admin" }, "records:write", """{"status":"archived"}"""));
    }

    [Fact]
    public void Ceilings_apply_to_what_a_condition_gives()
    {
        var policy = new Policy(Records.Read("      - { action: records:share, when: { property: resource.open, equals: true } }"), "free");
        const string Open = """{"open":true}""";

        Assert.Equal(DecisionReason.Gated, Decide(policy, Editor, "records:share", Open));
        Assert.Equal(DecisionReason.Granted, Decide(new Policy(policy.Model, "paid"), Editor, "records:share", Open));
        Assert.Equal(DecisionReason.Suspended, Decide(Editor with { Suspended = true }, "records:write", """{"status":"active"}"""));
        Assert.Equal(DecisionReason.Expired, Decide(Editor with { ExpiresAt = DateTimeOffset.UnixEpoch }, "records:write", """{"status":"active"}"""));
    }

    [Theory]
    [InlineData("guest", "active", DecisionReason.OutsideProjectScope)]
    [InlineData("writer", "active", DecisionReason.Granted)]
    [InlineData("writer", "archived", DecisionReason.ConditionNotMet)]
    [InlineData("editor", "active", DecisionReason.Granted)]
    public void A_projects_ceiling_bounds_what_a_condition_gives(string bound, string status, DecisionReason reason)
    {
        var access = Editor with { Projects = [new ProjectScope { Project = "p", Role = bound }] };

        Assert.Equal(reason, Decide(Policy, access, "records:write", $$"""{"status":"{{status}}"}""", "p"));
    }

    [Fact]
    public void A_projects_ceiling_can_have_a_condition_of_its_own()
    {
        var access = new Access { Role = "writer", Projects = [new ProjectScope { Project = "p", Role = "editor" }] };

        Assert.Equal(DecisionReason.Granted, Decide(Policy, access, "records:write", """{"status":"archived"}"""));
        Assert.Equal(DecisionReason.ConditionNotMet, Decide(Policy, access, "records:write", """{"status":"archived"}""", "p"));
        Assert.Equal(DecisionReason.Granted, Decide(Policy, access, "records:write", """{"status":"active"}""", "p"));
    }

    [Theory]
    [InlineData("active", "Allowed: role 'editor' gives 'records:write' when resource.status not_equals 'archived', which holds.")]
    [InlineData("archived", "Denied: role 'editor' gives 'records:write' only when resource.status not_equals 'archived', which does not hold.")]
    [InlineData(null, "Denied: role 'editor' gives 'records:write' only when resource.status not_equals 'archived', and the check says nothing to judge that by.")]
    public void An_explanation_names_the_condition(string? status, string sentence)
    {
        var facts = status is null ? null : Records.Facts($$"""{"status":"{{status}}"}""");
        var explanation = Explainer.Explain(
            Policy, Editor, Policy.Model.Actions.Resolve("records:write"), null, facts, TimeProvider.System);

        Assert.Equal(sentence, explanation.Sentence);
        Assert.Contains(explanation.Steps, step => step.Kind == StepKind.Condition);
    }

    [Fact]
    public void A_holder_under_a_condition_gives_it_under_the_same_and_not_without()
    {
        Assert.Equal(["records:write"], Beyond(giver: "editor", given: "writer"));
        Assert.Empty(Beyond(giver: "editor", given: "manager"));
        Assert.Empty(Beyond(giver: "writer", given: "editor"));
        Assert.Equal(["records:read", "records:write"], Beyond(giver: "guest", given: "editor").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_condition_on_the_role_means_another_thing_in_another_role()
    {
        const string Condition = "{ action: records:write, when: { property: member.role, equals: manager } }";
        var document = Records.Document($"      - {Condition}").Replace(
            "{ action: records:write, when: { property: resource.status, not_equals: archived } }", Condition, StringComparison.Ordinal);
        var policy = new Policy(ModelReader.Read(document).Model!, "free");

        Assert.Contains("records:write", Containment.Beyond(
            policy, Editor with { Grants = Grants.Of([KeyValuePair.Create("records:read", Grants.Allow)]) }, null, new Access { Role = "manager" }, default));
        Assert.Empty(Containment.Beyond(policy, Editor, null, Editor, default));
    }

    [Fact]
    public void What_the_receiver_had_under_the_condition_is_not_given_anew() =>
        Assert.Empty(Containment.Beyond(
            Policy, new Access { Role = "guest" }, Editor, Editor with { Grants = Grants.Empty, Version = 2 }, default));

    [Fact]
    public void Inside_a_project_a_condition_of_the_ceiling_counts()
    {
        ProjectScope[] bounded = [new ProjectScope { Project = "p", Role = "editor" }];
        var giver = new Access { Role = "writer", Projects = [.. bounded] };

        Assert.Equal<string>(["records:write"], Containment.Beyond(Policy, giver, null, new Access { Role = "writer" }, default));
        Assert.Empty(Containment.Beyond(Policy, giver, null, new Access { Role = "writer", Projects = [.. bounded] }, default));
        Assert.Empty(Containment.Beyond(Policy, giver, null, Editor, default));
    }

    private static string[] Beyond(string giver, string given) =>
        [.. Containment.Beyond(Policy, new Access { Role = giver }, null, new Access { Role = given }, default)];

    private static DecisionReason Decide(Access access, string action, string resource) => Decide(Policy, access, action, resource);

    private static DecisionReason Decide(Policy policy, Access access, string action, string resource, string? project = null) =>
        Evaluator.Decide(policy, access, policy.Model.Actions.Resolve(action), project, Records.Facts(resource), TimeProvider.System).Reason;
}
