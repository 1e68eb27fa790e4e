using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Explanations;

public sealed class StepTests
{
    [Fact]
    public void The_role_comes_first_then_the_grants_of_the_member_and_what_caps_them()
    {
        var access = new Access { Role = "reviewer", Grants = Studio.Grants("knowledge=none, knowledge/faqs=edit") };

        AssertSteps(
            Studio.Explain("free", access, "knowledge/faqs:modify"),
            "Role GivesNothing reviewer read | Role 'reviewer' does not give 'knowledge/faqs:modify'.",
            "Grant Gives knowledge/faqs edit | 'knowledge/faqs' is set to 'edit' in role 'reviewer'.",
            "Cap Restricts knowledge read | 'knowledge' is at 'read' in role 'reviewer', which caps 'knowledge/faqs'.",
            "Grant Gives knowledge/faqs edit | 'knowledge/faqs' is set to 'edit'.",
            "Cap Restricts knowledge none | 'knowledge' is at 'none', which caps 'knowledge/faqs'.");
    }

    [Fact]
    public void A_cap_that_leaves_enough_passes_and_one_that_takes_nothing_away_is_no_step()
    {
        var access = new Access { Role = "member", Grants = Studio.Grants("knowledge=read, knowledge/faqs=edit") };

        AssertSteps(
            Studio.Explain("free", access, "knowledge/faqs:view"),
            "Role GivesNothing member  | Role 'member' does not give 'knowledge/faqs:view'.",
            "Grant Gives knowledge/faqs edit | 'knowledge/faqs' is set to 'edit'.",
            "Cap Passes knowledge read | 'knowledge' is at 'read', which caps 'knowledge/faqs'.");
        AssertSteps(
            Studio.Explain("free", access with { Grants = Studio.Grants("knowledge/faqs=read") }, "knowledge/faqs:modify"),
            "Role GivesNothing member  | Role 'member' does not give 'knowledge/faqs:modify'.",
            "Grant GivesNothing knowledge/faqs read | 'knowledge/faqs' is set to 'read'.");
    }

    [Fact]
    public void A_level_that_a_sub_area_inherits_is_told_of_the_parent_on_which_it_is_set()
    {
        var access = new Access { Role = "member", Grants = Studio.Grants("knowledge=edit") };

        AssertSteps(
            Studio.Explain("free", access, "knowledge/faqs:modify"),
            "Role GivesNothing member  | Role 'member' does not give 'knowledge/faqs:modify'.",
            "Grant Gives knowledge edit | 'knowledge' is set to 'edit', and 'knowledge/faqs' inherits it.");
    }

    [Fact]
    public void A_single_action_is_a_step_of_the_role_or_a_grant_of_its_own()
    {
        AssertSteps(
            Studio.Explain("free", new Access { Role = "editor" }, "agents:create"),
            "Role Gives editor  | Role 'editor' gives 'agents:create'.");
        AssertSteps(
            Studio.Explain("free", new Access { Role = "ghost", Grants = Studio.Grants("agents:create=allow") }, "agents:create"),
            "Role GivesNothing ghost  | Role 'ghost' does not exist and gives nothing.",
            "Grant Gives agents:create allow | 'agents:create' is granted to the member.");
    }

    [Fact]
    public void The_ceilings_follow_in_the_order_gates_project_expiry_suspension()
    {
        var access = new Access
        {
            Role = "editor",
            Projects = [new ProjectScope { Project = "*", Role = "editor" }],
            ExpiresAt = Studio.Now.AddDays(1),
            Suspended = true,
        };

        AssertSteps(
            Studio.Explain("free", access, "assistant:use", "blue"),
            "Role Gives editor  | Role 'editor' gives 'assistant:use'.",
            "Gate Restricts assistant  | Gate 'assistant' is open only on plan 'team' or 'enterprise', not on 'free', "
                + "and only to role 'admin' or 'superuser', not to 'editor'.",
            "ProjectScope Passes *  | The member is limited in project 'blue' by the entry '*', where role 'editor' gives 'assistant:use'.",
            "Expiry Passes assistant:use  | The membership lasts until 2026-06-20T12:00:00Z.",
            "Suspension Restricts assistant:use  | The member is suspended.");
    }

    [Fact]
    public void Gates_and_projects_are_not_looked_at_where_nothing_is_given()
    {
        var access = new Access { Role = "superuser", Projects = [new ProjectScope { Project = "blue" }] };

        AssertSteps(
            Studio.Explain("free", access, "assistant:use", "blue"),
            "Role GivesNothing superuser  | Role 'superuser' is not offered by plan 'free' and gives nothing.");
    }

    [Fact]
    public void An_admin_passes_an_open_gate_and_stands_above_a_closed_project()
    {
        var access = new Access { Role = "admin", Projects = [new ProjectScope { Project = "blue" }] };

        AssertSteps(
            Studio.Explain("team", access, "assistant:use", "blue"),
            "Role Gives admin  | Role 'admin' is an admin role and holds everything that the plan allows.",
            "Gate Passes assistant  | Gate 'assistant' is open.",
            "ProjectScope Passes blue  | Role 'admin' is above the limits in project 'blue'.");
    }

    [Fact]
    public void Somebody_who_is_no_member_has_one_step()
    {
        AssertSteps(
            Studio.Explain("free", null, "agents:read"),
            "Membership GivesNothing agents:read  | The user is not a member of the organization.");
    }

    [Fact]
    public void The_action_is_told_by_its_canonical_name_and_the_project_as_asked()
    {
        var explanation = Studio.Explain("free", new Access { Role = "admin" }, "messaging/widget-settings:view", "blue");

        Assert.Equal(("messaging/chat:view", "blue"), (explanation.Action, explanation.Project));
    }

    private static void AssertSteps(Explanation explanation, params string[] expected) => Assert.Equal(
        expected, explanation.Steps.Select(step => $"{step.Kind} {step.Effect} {step.Subject} {step.Level} | {step.Text}"));
}
