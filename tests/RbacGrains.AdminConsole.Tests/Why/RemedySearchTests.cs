using RbacGrains.Contract.Tests;
using RbacGrains.Model;

namespace RbacGrains.AdminConsole.Tests.Why;

/// <summary>What is said to turn a decision.</summary>
public sealed class RemedySearchTests
{
    [Fact]
    public void The_smallest_change_comes_first()
    {
        var remedies = RemedySearch.Find(Questions.Of("letta", new Access { Role = "analyst" }, "agents:create"), Questions.Admin);

        Assert.Equal(["Grant Agents: create", "Make bob an Editor", "Make bob an Admin"], remedies.Texts());
        Assert.Equal(0, remedies[0].Others);
        Assert.True(remedies[1].Others < remedies[2].Others);
    }

    [Fact]
    public void A_sub_area_that_its_parent_caps_needs_the_parent()
    {
        var access = new Access { Role = "member", Grants = GrantsOf(("knowledge", "read")) };

        var remedies = RemedySearch.Find(Questions.Of("agent-studio", access, "knowledge/faqs@edit"), Questions.Admin);

        Assert.Equal(["Grant Knowledge › FAQs: Edit (needs Knowledge: Edit)", "Make bob an Admin"], remedies.Texts());
    }

    [Fact]
    public void A_closed_gate_needs_the_plan_and_the_role()
    {
        var remedies = RemedySearch.Find(
            Questions.Of("agent-studio", new Access { Role = "member" }, "studio_assistant:use", plan: "free"), Questions.Admin);

        Assert.Equal(["Move to the plan Enterprise, and make bob an Admin"], remedies.Texts());
        Assert.Equal(RemedyPlace.Plan, remedies[0].Place);
    }

    [Fact]
    public void A_role_of_another_plan_needs_that_plan_first()
    {
        var free = Questions.Of("humanloop", new Access { Role = "member" }, "prompts:deploy", plan: "free");
        if (free.Actions.Count == 0) free = free with { Action = free.Now.Policy.Model.Actions.Names[0] };

        var remedies = RemedySearch.Find(free, Questions.Admin);

        Assert.All(remedies.Where(remedy => remedy.Steps.Any(step => step.Place == RemedyPlace.Plan)), remedy => Assert.StartsWith("Move to", remedy.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_suspension_and_an_expiry_both_have_to_end()
    {
        var now = Questions.Clock.GetUtcNow();
        var access = new Access { Role = "editor", Suspended = true, ExpiresAt = now.AddDays(-1) };

        var remedies = RemedySearch.Find(Questions.Of("letta", access, "agents:create"), Questions.Admin);

        Assert.Contains("End the suspension, and extend the expiry", remedies.Texts());
        Assert.All(remedies, remedy => Assert.StartsWith("End the suspension, and extend the expiry", remedy.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_ceiling_in_a_project_can_be_raised_or_lifted()
    {
        var access = new Access { Role = "editor", Projects = [new ProjectScope { Project = "blue", Role = "analyst" }] };

        var remedies = RemedySearch.Find(Questions.Of("letta", access, "agents:create", "blue"), Questions.Admin);

        Assert.Equal(
            ["Raise the ceiling in project blue: Agents: create", "Lift the ceiling in project blue", "Make bob an Admin"], remedies.Texts());
    }

    [Fact]
    public void Somebody_who_is_no_member_can_be_invited()
    {
        var remedies = RemedySearch.Find(Questions.Of("letta", null, "agents:message"), Questions.Admin);

        Assert.Equal(["Invite bob as an Analyst", "Invite bob as an Editor", "Invite bob as an Admin"], remedies.Texts());
        Assert.All(remedies, remedy => Assert.Equal(RemedyPlace.Invitations, remedy.Place));
    }

    [Fact]
    public void What_is_allowed_can_be_taken_away()
    {
        var remedies = RemedySearch.Find(Questions.Of("letta", new Access { Role = "editor" }, "agents:create"), Questions.Admin);

        Assert.Equal(["Make bob an Analyst", "Suspend bob"], remedies.Texts());
    }

    [Fact]
    public void The_last_admin_keeps_the_role()
    {
        var question = Questions.Of("letta", new Access { Role = "admin" }, "agents:create") with { IsLastAdmin = true };

        Assert.Empty(RemedySearch.Find(question, Questions.Admin));
    }

    [Fact]
    public void Nobody_is_told_what_they_could_not_do()
    {
        var question = Questions.Of("letta", new Access { Role = "analyst" }, "agents:create");
        var viewer = new WhyViewer(new Access { Role = "editor" }, MayChangeMembers: true, MayInvite: false, MayChangePlan: false);

        Assert.Equal(["Grant Agents: create", "Make bob an Editor"], RemedySearch.Find(question, viewer).Texts());
        Assert.Empty(RemedySearch.Find(question, viewer with { MayChangeMembers = false }));
        Assert.Empty(RemedySearch.Find(question, viewer with { Access = new Access { Role = "analyst" } }));
    }

    /// <summary>Random members of every model: each remedy turns the decision, none has a step too many, and each is within what the viewer holds.</summary>
    [Theory]
    [InlineData("letta")]
    [InlineData("humanloop")]
    [InlineData("agent-studio")]
    [InlineData(ContractModels.Workshop)]
    [InlineData(ContractModels.Cascade)]
    [InlineData(ContractModels.Archive)]
    public void Every_remedy_turns_the_decision(string name)
    {
        var model = ContractModels.Catalog.Find(name)!;
        var words = ActionChoice.Of(model);
        var random = new Random(name.Length);
        var found = 0;
        for (var round = 0; round < 250; round++)
        {
            var policy = new Policy(model, model.Plans[random.Next(model.Plans.Length)].Id);
            var now = new Situation(policy, round % 25 == 0 ? null : RandomAccess.Of(model, random, Questions.Clock.GetUtcNow()));
            var viewer = new WhyViewer(RandomAccess.Of(model, random, Questions.Clock.GetUtcNow()) with { Suspended = false, ExpiresAt = null }, true, true, true);
            foreach (var project in new[] { null, "blue" })
            {
                var question = new WhyQuestion
                {
                    Now = now,
                    Who = "bob",
                    Action = words[random.Next(words.Length)].Word,
                    Project = project,
                    Clock = Questions.Clock,
                };
                foreach (var remedy in RemedySearch.Find(question, viewer))
                {
                    found++;
                    var after = remedy.Steps.Aggregate(now, (situation, step) => step.Apply(situation));
                    Assert.Equal(after, remedy.After);
                    Assert.NotEqual(question.IsAllowed, question.IsAllowedIn(after));
                    Assert.True(viewer.MayGive(now, after, Questions.Clock.GetUtcNow()));
                    foreach (var step in remedy.Steps.Where(_ => remedy.Steps.Length > 1))
                    {
                        var less = remedy.Steps.Remove(step).Aggregate(now, (situation, other) => other.Apply(situation));
                        Assert.Equal(question.IsAllowed, question.IsAllowedIn(less));
                    }
                }
            }
        }

        Assert.True(found > 100, $"Only {found} remedies were found, so little was tested.");
    }

    private static Grants GrantsOf(params (string On, string Level)[] grants) =>
        Grants.Of(grants.Select(grant => KeyValuePair.Create(grant.On, grant.Level)));
}
