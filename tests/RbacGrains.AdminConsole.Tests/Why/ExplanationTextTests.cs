using RbacGrains.Model;

namespace RbacGrains.AdminConsole.Tests.Why;

/// <summary>Explanations with the names that people use.</summary>
public sealed class ExplanationTextTests
{
    [Theory]
    [InlineData("letta", "Denied: neither role 'analyst' nor any grant gives 'agents:create'.", "Denied: neither role Analyst nor any grant gives “Agents: create”.")]
    [InlineData("agent-studio", "'knowledge/faqs' is capped at 'read' by its parent 'knowledge'.", "Knowledge › FAQs is capped at Read by its parent Knowledge.")]
    [InlineData("agent-studio", "Gate 'studio-assistant' is open only to role 'admin', not to 'member'.", "Gate Studio Assistant is open only to role Admin, not to Member.")]
    [InlineData("letta", "Project 'editor' is closed to the member.", "Project editor is closed to the member.")]
    [InlineData("letta", "the member is limited in project 'admin', where role 'admin' says so", "the member is limited in project admin, where role Admin says so")]
    public void Titles_stand_in_the_place_of_ids(string model, string sentence, string expected) =>
        Assert.Equal(expected, ExplanationText.Of(sentence, Questions.Policy(model)));

    [Fact]
    public void A_step_says_what_was_looked_at()
    {
        var policy = Questions.Policy("letta");
        var explanation = Explainer.Explain(policy, new Access { Role = "analyst" }, policy.Model.Actions.Resolve("agents:create"), null, Questions.Clock);

        var step = Assert.Single(TimelineStep.Of(explanation, policy));

        Assert.Equal(("Role Analyst", "quiet", "Role Analyst does not give “Agents: create”."), (step.Title, step.Tone, step.Text));
    }
}
