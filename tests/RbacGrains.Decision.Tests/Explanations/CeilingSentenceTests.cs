using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Explanations;

public sealed class CeilingSentenceTests
{
    private static readonly DateTimeOffset Past = Studio.Now.AddDays(-1);
    private static readonly DateTimeOffset Future = Studio.Now.AddDays(1);

    [Fact]
    public void Says_that_somebody_is_no_member() =>
        Assert.Equal("Denied: the user is not a member of the organization.", Studio.Explain("free", null, "agents:read").Sentence);

    [Fact]
    public void Names_a_suspension_before_an_expiry_and_an_expiry_before_all_else()
    {
        var member = new Access { Role = "member", ExpiresAt = Past };

        Assert.Equal(
            "Denied: the membership expired at 2026-06-18T12:00:00Z.", Studio.Explain("free", member, "agents:read").Sentence);
        Assert.Equal(
            "Denied: the member is suspended.", Studio.Explain("free", member with { Suspended = true }, "agents:read").Sentence);
    }

    [Theory]
    [InlineData("free", "editor", "Denied: gate 'assistant' over 'assistant:use' is open only on plan 'team' or 'enterprise', not on 'free', and only to role 'admin' or 'superuser', not to 'editor'.")]
    [InlineData("team", "editor", "Denied: gate 'assistant' over 'assistant:use' is open only to role 'admin' or 'superuser', not to 'editor'.")]
    [InlineData("free", "admin", "Denied: gate 'assistant' over 'assistant:use' is open only on plan 'team' or 'enterprise', not on 'free'.")]
    [InlineData("team", "admin", "Allowed: role 'admin' is an admin role and holds everything that the plan allows.")]
    [InlineData("free", "analyst", "Denied: neither role 'analyst' nor any grant gives 'assistant:use'.")]
    public void Names_the_gate_that_closes_what_was_granted(string plan, string role, string sentence) =>
        Assert.Equal(sentence, Studio.Explain(plan, new Access { Role = role }, "assistant:use").Sentence);

    [Theory]
    [InlineData("blue", "analyst", "", "agents:read", "Allowed: role 'editor' gives 'agents:read', also in project 'blue'.")]
    [InlineData("blue", "analyst", "", "agents:create", "Denied: the member is limited in project 'blue', where neither role 'analyst' nor any grant gives 'agents:create'.")]
    [InlineData("blue", null, "agents:create=allow", "agents:read", "Denied: the member is limited in project 'blue', where no grant gives 'agents:read'.")]
    [InlineData("blue", null, "knowledge=read", "knowledge/faqs:modify", "Denied: the member is limited in project 'blue', where 'knowledge/faqs' inherits 'read' from 'knowledge', and 'knowledge/faqs:modify' needs 'edit'.")]
    [InlineData("blue", "developer", "", "agents:create", "Denied: the member is limited in project 'blue', where role 'developer' would give 'agents:create', but plan 'free' does not offer that role.")]
    [InlineData("blue", null, "", "agents:read", "Denied: project 'blue' is closed to the member.")]
    [InlineData("*", null, "", "agents:read", "Denied: project 'blue' is closed to the member by the entry '*'.")]
    [InlineData("*", "analyst", "", "agents:create", "Denied: the member is limited in project 'blue' by the entry '*', where neither role 'analyst' nor any grant gives 'agents:create'.")]
    [InlineData("green", null, "", "agents:read", "Allowed: role 'editor' gives 'agents:read'.")]
    public void Names_the_scope_that_holds_in_the_project(string scope, string? role, string grants, string action, string sentence)
    {
        var access = new Access
        {
            Role = "editor",
            Grants = Studio.Grants("knowledge=edit"),
            Projects = [new ProjectScope { Project = scope, Role = role, Grants = Studio.Grants(grants) }],
        };

        Assert.Equal(sentence, Studio.Explain("free", access, action, "blue").Sentence);
    }

    [Fact]
    public void Prefers_the_entry_of_the_project_to_the_entry_for_others()
    {
        var access = new Access
        {
            Role = "editor",
            Projects = [new ProjectScope { Project = "*" }, new ProjectScope { Project = "blue", Role = "editor" }],
        };

        Assert.Equal(
            "Allowed: role 'editor' gives 'agents:read', also in project 'blue'.",
            Studio.Explain("free", access, "agents:read", "blue").Sentence);
        Assert.Equal(
            "Denied: project 'green' is closed to the member by the entry '*'.",
            Studio.Explain("free", access, "agents:read", "green").Sentence);
        Assert.Equal("Allowed: role 'editor' gives 'agents:read'.", Studio.Explain("free", access, "agents:read").Sentence);
    }

    [Fact]
    public void Says_since_when_a_project_is_closed()
    {
        var scope = new ProjectScope { Project = "blue", Role = "editor", ExpiresAt = Studio.Now };
        var access = new Access { Role = "editor", Projects = [scope] };

        Assert.Equal(
            "Denied: project 'blue' is closed to the member since 2026-06-19T12:00:00Z.",
            Studio.Explain("free", access, "agents:read", "blue").Sentence);
        Assert.Equal(
            "Allowed: role 'editor' gives 'agents:read', also in project 'blue'.",
            Studio.Explain("free", access with { Projects = [scope with { ExpiresAt = Future }] }, "agents:read", "blue").Sentence);
    }

    [Fact]
    public void Puts_admins_above_scopes()
    {
        var access = new Access { Role = "admin", Projects = [new ProjectScope { Project = "blue" }] };

        Assert.Equal(
            "Allowed: role 'admin' is an admin role and holds everything that the plan allows.",
            Studio.Explain("free", access, "agents:read", "blue").Sentence);
    }
}
