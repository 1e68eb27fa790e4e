using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Explanations;

public sealed class SourceSentenceTests
{
    [Theory]
    // An admin, whatever grants say.
    [InlineData("admin", "", "knowledge:modify", "Allowed: role 'admin' is an admin role and holds everything that the plan allows.")]
    [InlineData("admin", "knowledge=none", "knowledge:view", "Allowed: role 'admin' is an admin role and holds everything that the plan allows.")]
    // Single actions.
    [InlineData("editor", "", "agents:create", "Allowed: role 'editor' gives 'agents:create'.")]
    [InlineData("editor", "agents:create=allow", "agents:create", "Allowed: role 'editor' gives 'agents:create'.")]
    [InlineData("analyst", "agents:create=allow", "agents:create", "Allowed: 'agents:create' is granted to the member.")]
    [InlineData("member", "messaging/widget-settings:view=allow", "messaging/chat:view", "Allowed: 'messaging/chat:view' (as 'messaging/widget-settings:view') is granted to the member.")]
    [InlineData("analyst", "", "agents:create", "Denied: neither role 'analyst' nor any grant gives 'agents:create'.")]
    [InlineData("member", "agents:create=deny", "agents:create", "Denied: neither role 'member' nor any grant gives 'agents:create'.")]
    // A role's levels.
    [InlineData("reviewer", "", "knowledge:view", "Allowed: 'knowledge' is set to 'read' in role 'reviewer', which allows 'knowledge:view'.")]
    [InlineData("reviewer", "", "knowledge/sources:view", "Allowed: 'knowledge/sources' inherits 'read' from 'knowledge' in role 'reviewer', which allows 'knowledge/sources:view'.")]
    [InlineData("reviewer", "", "knowledge/faqs:view", "Allowed: 'knowledge/faqs' is capped at 'read' by its parent 'knowledge' in role 'reviewer', but that still allows 'knowledge/faqs:view'.")]
    [InlineData("reviewer", "", "knowledge/faqs:modify", "Denied: 'knowledge/faqs' is capped at 'read' by its parent 'knowledge' in role 'reviewer', and 'knowledge/faqs:modify' needs 'edit'.")]
    [InlineData("reviewer", "", "account:view", "Denied: neither role 'reviewer' nor any grant gives 'account:view'.")]
    // The member's own levels.
    [InlineData("member", "knowledge=edit", "knowledge:modify", "Allowed: 'knowledge' is set to 'edit', which allows 'knowledge:modify'.")]
    [InlineData("member", "knowledge=edit", "knowledge/faqs:modify", "Allowed: 'knowledge/faqs' inherits 'edit' from 'knowledge', which allows 'knowledge/faqs:modify'.")]
    [InlineData("member", "knowledge=read", "knowledge/faqs:modify", "Denied: 'knowledge/faqs' inherits 'read' from 'knowledge', and 'knowledge/faqs:modify' needs 'edit'.")]
    [InlineData("member", "knowledge=read, knowledge/faqs=edit", "knowledge/faqs:view", "Allowed: 'knowledge/faqs' is capped at 'read' by its parent 'knowledge', but that still allows 'knowledge/faqs:view'.")]
    [InlineData("member", "knowledge=read, knowledge/faqs=edit", "knowledge/faqs:modify", "Denied: 'knowledge/faqs' is capped at 'read' by its parent 'knowledge', and 'knowledge/faqs:modify' needs 'edit'.")]
    [InlineData("member", "knowledge/faqs=edit", "knowledge/faqs:view", "Denied: 'knowledge/faqs' is capped at 'none' by its parent 'knowledge', and 'knowledge/faqs:view' needs 'read'.")]
    [InlineData("member", "knowledge=edit, knowledge/faqs=read", "knowledge/faqs:modify", "Denied: 'knowledge/faqs' is set to 'read', and 'knowledge/faqs:modify' needs 'edit'.")]
    [InlineData("member", "knowledge/faqs=read", "knowledge/faqs:modify", "Denied: 'knowledge/faqs' is set to 'read', and 'knowledge/faqs:modify' needs 'edit'.")]
    [InlineData("member", "knowledge=none", "knowledge:view", "Denied: 'knowledge' is set to 'none', and 'knowledge:view' needs 'read'.")]
    [InlineData("member", "knowledge=admin", "knowledge:view", "Denied: neither role 'member' nor any grant gives 'knowledge:view'.")]
    [InlineData("member", "knowledge=edit, knowledge/faqs=admin", "knowledge/faqs:view", "Allowed: 'knowledge/faqs' inherits 'edit' from 'knowledge', which allows 'knowledge/faqs:view'.")]
    // Role and grants together: the most permissive holds, and the nearest miss is told.
    [InlineData("reviewer", "knowledge=edit", "knowledge/faqs:modify", "Allowed: 'knowledge/faqs' inherits 'edit' from 'knowledge', which allows 'knowledge/faqs:modify'.")]
    [InlineData("reviewer", "knowledge=none", "knowledge:view", "Allowed: 'knowledge' is set to 'read' in role 'reviewer', which allows 'knowledge:view'.")]
    [InlineData("reviewer", "knowledge=none", "knowledge:modify", "Denied: 'knowledge' is set to 'read' in role 'reviewer', and 'knowledge:modify' needs 'edit'.")]
    [InlineData("reviewer", "knowledge/sources=edit", "knowledge/sources:modify", "Denied: 'knowledge/sources' is capped at 'none' by its parent 'knowledge', and 'knowledge/sources:modify' needs 'edit'.")]
    // Roles that give nothing.
    [InlineData("developer", "", "agents:create", "Denied: role 'developer' would give 'agents:create', but plan 'free' does not offer that role.")]
    [InlineData("developer", "", "agents:read", "Denied: plan 'free' does not offer role 'developer', and no grant gives 'agents:read'.")]
    [InlineData("developer", "agents:create=allow", "agents:create", "Allowed: 'agents:create' is granted to the member.")]
    [InlineData("superuser", "", "agents:read", "Denied: role 'superuser' would give 'agents:read', but plan 'free' does not offer that role.")]
    [InlineData("ghost", "", "agents:read", "Denied: role 'ghost' does not exist, and no grant gives 'agents:read'.")]
    [InlineData("ghost", "knowledge=read", "knowledge:modify", "Denied: 'knowledge' is set to 'read', and 'knowledge:modify' needs 'edit'.")]
    public void Names_what_gives_the_action_or_comes_nearest_to_it(string role, string grants, string action, string sentence)
    {
        var access = new Access { Role = role, Grants = Studio.Grants(grants) };

        Assert.Equal(sentence, Studio.Explain("free", access, action).Sentence);
    }
}
