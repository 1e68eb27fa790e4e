using RbacGrains.Model.Tests.Conditions;
using RbacGrains.Model.Tests.Evaluation;

namespace RbacGrains.Model.Tests.CustomRoles;

public sealed class CustomRoleTests
{
    private static readonly CustomRole Support = Custom("support", "analyst", ("agents:update", "allow"), ("agents:message", "none"));

    [Theory]
    [InlineData("agents:read", true)]
    [InlineData("projects:read", true)]
    [InlineData("templates:read", true)]
    [InlineData("agents:update", true)]
    [InlineData("agents:message", false)]
    [InlineData("agents:delete", false)]
    [InlineData("users:manage", false)]
    public void Lettas_support_is_an_analyst_who_updates_agents_and_does_not_message_them(string action, bool allowed) =>
        Assert.Equal(allowed, Letta(Support).Allows(new Access { Role = "support" }, action));

    [Theory]
    [InlineData("knowledge", "edit")]
    [InlineData("knowledge/faqs", "edit")]
    [InlineData("behavior", "read")]
    [InlineData("analytics", "none")]
    [InlineData("account", "none")]
    public void Agent_studios_knowledge_lead_edits_knowledge_and_reads_behavior(string area, string level)
    {
        var policy = new Policy(Shipped.AgentStudio, "free", 1, [Custom("knowledge-lead", "member", ("knowledge", "edit"), ("behavior", "read"))]);

        Assert.Equal(level, policy.Effective(new Access { Role = "knowledge-lead" }).LevelIn(area));
    }

    [Fact]
    public void An_action_is_withdrawn_from_a_level_and_the_level_that_is_shown_is_the_highest_without_it()
    {
        var lead = Custom("knowledge-lead", "member", ("knowledge", "edit"), ("knowledge/faqs:delete", "none"));
        var policy = new Policy(Shipped.AgentStudio, "free", 1, [lead]);
        var holder = new Access { Role = "knowledge-lead" };

        Assert.True(policy.Allows(holder, "knowledge/faqs:modify"));
        Assert.False(policy.Allows(holder, "knowledge/faqs:delete"));
        Assert.True(policy.Allows(holder, "knowledge:delete"));
        Assert.False(policy.Allows(holder, "knowledge/faqs@edit"));
        Assert.Equal("read", policy.Effective(holder).LevelIn("knowledge/faqs"));
        Assert.True(policy.Allows(holder with { Grants = Given.Grants(("knowledge/faqs:delete", "allow")) }, "knowledge/faqs:delete"));
    }

    [Fact]
    public void An_action_is_withdrawn_under_whichever_of_its_names()
    {
        var alias = Shipped.AgentStudio.AreaTable.All.First(area => !area.SharedBy.IsEmpty);
        var role = Custom("writer", null, (alias.ParentId!, "edit"), ($"{alias.SharedBy[0]}:delete", "none"), ($"{alias.Id}:delete", "allow"));
        var policy = new Policy(Shipped.AgentStudio, "free", 1, [role]);

        Assert.False(policy.Allows(new Access { Role = "writer" }, $"{alias.Id}:delete"));
        Assert.True(policy.Allows(new Access { Role = "writer" }, $"{alias.Id}:modify"));
    }

    [Theory]
    [InlineData("free", false)]
    [InlineData("enterprise", true)]
    public void A_role_is_offered_only_where_its_base_is(string plan, bool offered)
    {
        var policy = new Policy(Shipped.Humanloop, plan, 1, [Custom("releaser", "developer"), Custom("intern", "releaser", ("files:create", "none"))]);

        Assert.Equal(offered, policy.FindOfferedRole("releaser") is not null);
        Assert.Equal(offered, policy.FindOfferedRole("intern") is not null);
        Assert.Equal(offered, policy.Allows(new Access { Role = "releaser" }, "files:create"));
        Assert.False(policy.Allows(new Access { Role = "intern" }, "files:create"));
    }

    [Fact]
    public void A_role_names_plans_of_its_own()
    {
        var role = Custom("auditor", null, ("billing:manage", "allow")) with { Plans = ["enterprise"] };

        Assert.Null(new Policy(Shipped.Letta, "free", 1, [role]).FindOfferedRole("auditor"));
        Assert.True(new Policy(Shipped.Letta, "enterprise", 1, [role]).Allows(new Access { Role = "auditor" }, "billing:manage"));
    }

    [Fact]
    public void A_role_on_an_admin_role_has_all_but_what_it_withdraws_and_is_no_admin()
    {
        var policy = Letta(Custom("deputy", "admin", ("billing:manage", "none")));
        var deputy = new Access { Role = "deputy", Projects = [new ProjectScope { Project = "closed" }] };

        Assert.All(Shipped.Letta.Actions.Names, action => Assert.Equal(action != "billing:manage", policy.Allows(deputy, action)));
        Assert.False(policy.FindRole("deputy")!.IsAdmin);
        Assert.False(policy.Allows(deputy, "agents:read", "closed"));
    }

    [Fact]
    public void On_an_admin_role_every_area_is_at_the_highest_level_but_for_the_roles_own()
    {
        var policy = new Policy(Shipped.AgentStudio, "enterprise", 1, [Custom("builder", "admin", ("account", "none"), ("knowledge/faqs", "read"))]);
        var areas = policy.Effective(new Access { Role = "builder" });

        Assert.Equal("edit", areas.LevelIn("knowledge"));
        Assert.Equal("read", areas.LevelIn("knowledge/faqs"));
        Assert.All(areas.Areas.Where(area => area.On.Split('/')[0] == "account"), area => Assert.Equal("none", area.Level));
    }

    [Fact]
    public void A_gate_that_names_roles_stays_closed_to_custom_ones()
    {
        var policy = new Policy(Shipped.AgentStudio, "enterprise", 1, [Custom("builder", "admin")]);

        Assert.Equal(DecisionReason.Gated, policy.Reason(new Access { Role = "builder" }, "studio_assistant:use"));
    }

    [Fact]
    public void In_a_cascading_model_a_level_takes_the_place_of_what_the_base_sets_below_it()
    {
        var wide = Custom("wide", null, ("docs", "edit"), ("docs/drafts", "edit"));
        var narrow = Custom("narrow", "wide", ("docs", "none"));
        var holder = new Access { Role = "narrow" };

        Assert.Equal("none", new Policy(Models.Cascade, "free", 1, [wide, narrow]).Effective(holder).LevelIn("docs/drafts"));
        Assert.Equal("none", new Policy(Models.Cap, "free", 1, [wide, narrow]).Effective(holder).LevelIn("docs/drafts"));
    }

    [Fact]
    public void What_a_base_withdraws_a_role_on_it_can_add_again()
    {
        var policy = Letta(Support, Custom("chief", "support", ("agents:message", "allow")));

        Assert.True(policy.Allows(new Access { Role = "chief" }, "agents:message"));
        Assert.True(policy.Allows(new Access { Role = "chief" }, "agents:update"));
    }

    [Theory]
    [InlineData(null, "draft", true)]
    [InlineData(null, "archived", false)]
    [InlineData("allow", "archived", true)]
    [InlineData("none", "draft", false)]
    public void The_conditions_of_a_base_are_carried_over_unless_the_action_is_given_anyway_or_withdrawn(string? level, string status, bool allowed)
    {
        var scribe = level is null ? Custom("scribe", "editor") : Custom("scribe", "editor", ("records:write", level));
        var policy = new Policy(Records.Model, "free", 1, [scribe]);
        var decision = Evaluator.Decide(
            policy,
            new Access { Role = "scribe" },
            policy.Model.Actions.Resolve("records:write"),
            project: null,
            Records.Facts(resource: $$"""{"status":"{{status}}"}"""),
            new ManualClock());

        Assert.Equal(allowed, decision.Allowed);
    }

    [Fact]
    public void The_models_roles_are_listed_first_and_the_organizations_own_by_id() =>
        Assert.Equal(
            ["analyst", "editor", "admin", "auditor", "support"],
            Letta(Support, Custom("auditor", null)).Roles.Select(role => role.Id));

    [Fact]
    public void A_role_that_builds_on_itself_makes_no_policy()
    {
        CustomRole[] circle = [Custom("a", "b"), Custom("b", "c"), Custom("c", "b")];

        Assert.Empty(RoleBases.CycleFrom([.. circle], "a"));
        Assert.Equal(["b", "c", "b"], RoleBases.CycleFrom([.. circle], "b").AsEnumerable());
        Assert.Throws<ArgumentException>(() => Letta(circle));
    }

    [Fact]
    public void Dependents_come_after_what_they_build_on() =>
        Assert.Equal(
            ["support", "chief", "head"],
            RoleBases.Dependents([Custom("head", "chief"), Custom("chief", "support"), Custom("other", "analyst"), Support], "support").AsEnumerable());

    [Fact]
    public void A_role_whose_base_the_model_no_longer_has_gives_nothing_and_neither_do_those_on_it()
    {
        var policy = Letta(Custom("orphan", "retired", ("agents:read", "allow")), Custom("child", "orphan", ("agents:read", "allow")));

        Assert.False(policy.Allows(new Access { Role = "orphan" }, "agents:read"));
        Assert.False(policy.Allows(new Access { Role = "child" }, "agents:read"));
    }

    [Fact]
    public void A_role_and_a_base_without_a_plan_in_common_give_nothing_on_any()
    {
        var role = Custom("releaser", "developer") with { Plans = ["free"] };

        Assert.All(Shipped.Humanloop.Plans, plan =>
            Assert.False(new Policy(Shipped.Humanloop, plan.Id, 1, [role]).Allows(new Access { Role = "releaser" }, "files:create")));
    }

    [Fact]
    public void The_organizations_role_stands_before_one_of_the_model_with_its_name()
    {
        var policy = Letta(Custom("editor", "analyst"));

        Assert.False(policy.Allows(new Access { Role = "editor" }, "agents:create"));
        Assert.Single(policy.Roles, role => role.Id == "editor");
    }

    [Fact]
    public void The_organizations_matrix_has_its_own_roles_behind_the_models()
    {
        var matrix = RoleMatrix.Of(Shipped.Letta, [Support]);

        Assert.Equal(["analyst", "editor", "admin", "support"], matrix.Roles.Select(role => role.Id));
        Assert.Equal(
            ["Read projects, agents, data sources, tools, templates"],
            matrix.Rows.Where(row => row.Roles.Single(cell => cell.Key == "support").Value).Select(row => row.Row));
    }

    [Fact]
    public void An_explanation_says_that_a_role_withdraws()
    {
        var policy = new Policy(Shipped.AgentStudio, "free", 1, [Custom("lead", "member", ("knowledge", "edit"), ("knowledge:delete", "none"))]);
        var explained = Explainer.Explain(
            policy, new Access { Role = "lead" }, policy.Model.Actions.Resolve("knowledge:delete"), project: null, new ManualClock());

        Assert.Equal("Denied: role 'lead' withdraws 'knowledge:delete', and no grant gives it.", explained.Sentence);
    }

    private static Policy Letta(params CustomRole[] roles) => new(Shipped.Letta, "free", 1, [.. roles]);

    private static CustomRole Custom(string id, string? basedOn, params (string On, string Level)[] grants) =>
        new() { Id = id, Title = id, BasedOn = basedOn, Grants = Given.Grants(grants) };
}
