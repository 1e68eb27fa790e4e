using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Explanations;

public sealed class GroupSentenceTests
{
    [Theory]
    // What gives it is named: the member's own before a group's.
    [InlineData("member", "", "analyst", "", "agents:read", "Allowed: role 'analyst' of group 'team' gives 'agents:read'.")]
    [InlineData("analyst", "", "analyst", "", "agents:read", "Allowed: role 'analyst' gives 'agents:read'.")]
    [InlineData("member", "", "", "agents:read=allow", "agents:read", "Allowed: 'agents:read' is granted to group 'team'.")]
    [InlineData("member", "", "", "knowledge=edit", "knowledge:modify", "Allowed: 'knowledge' is set to 'edit' in group 'team', which allows 'knowledge:modify'.")]
    [InlineData("member", "", "reviewer", "", "knowledge/sources:view", "Allowed: 'knowledge/sources' inherits 'read' from 'knowledge' in role 'reviewer' of group 'team', which allows 'knowledge/sources:view'.")]
    [InlineData("admin", "", "analyst", "", "agents:read", "Allowed: role 'admin' is an admin role and holds everything that the plan allows.")]
    // Nothing gives it, or the nearest miss.
    [InlineData("member", "", "analyst", "", "agents:create", "Denied: neither role 'member' nor any grant gives 'agents:create', nor does any group.")]
    [InlineData("member", "", "admin", "", "agents:create", "Denied: neither role 'member' nor any grant gives 'agents:create', nor does any group.")]
    [InlineData("member", "", "developer", "", "agents:create", "Denied: role 'developer' of group 'team' would give 'agents:create', but plan 'free' does not offer that role.")]
    [InlineData("member", "knowledge=none", "", "knowledge=read", "knowledge:modify", "Denied: 'knowledge' is set to 'read' in group 'team', and 'knowledge:modify' needs 'edit'.")]
    [InlineData("member", "knowledge=read", "", "knowledge=none", "knowledge:modify", "Denied: 'knowledge' is set to 'read', and 'knowledge:modify' needs 'edit'.")]
    public void Names_the_group_that_gives_the_action_or_comes_nearest_to_it(
        string role, string grants, string ofGroup, string inGroup, string action, string sentence) =>
        Assert.Equal(sentence, Studio.Explain("free", Member(role, grants, ofGroup, inGroup), action).Sentence);

    [Fact]
    public void Each_group_is_a_step_and_what_is_in_it_follows()
    {
        var steps = Studio.Explain("free", Member("member", "", "reviewer", "agents:read=allow"), "knowledge/faqs:modify").Steps;

        Assert.Equal(
            [
                (StepKind.Role, StepEffect.GivesNothing, "Role 'member' does not give 'knowledge/faqs:modify'."),
                (StepKind.Group, StepEffect.GivesNothing, "The member is in group 'team', which does not give 'knowledge/faqs:modify'."),
                (StepKind.Role, StepEffect.GivesNothing, "Role 'reviewer' of group 'team' does not give 'knowledge/faqs:modify'."),
                (StepKind.Grant, StepEffect.Gives, "'knowledge/faqs' is set to 'edit' in role 'reviewer' of group 'team'."),
                (StepKind.Cap, StepEffect.Restricts, "'knowledge' is at 'read' in role 'reviewer' of group 'team', which caps 'knowledge/faqs'."),
            ],
            steps.Select(step => (step.Kind, step.Effect, step.Text)));
    }

    [Fact]
    public void A_closed_gate_names_the_roles_that_are_held_through_groups_too()
    {
        var access = Member("member", "assistant:use=allow", "analyst", "");

        Assert.Equal(
            "Denied: gate 'assistant' over 'assistant:use' is open only to role 'admin' or 'superuser', not to 'member' or 'analyst'.",
            Studio.Explain("team", access, "assistant:use").Sentence);
    }

    private static Access Member(string role, string grants, string ofGroup, string inGroup) => new()
    {
        Role = role,
        Grants = Studio.Grants(grants),
        Groups = [new GroupGrants("team", 1, ofGroup.Length == 0 ? null : ofGroup, Studio.Grants(inGroup))],
    };
}
