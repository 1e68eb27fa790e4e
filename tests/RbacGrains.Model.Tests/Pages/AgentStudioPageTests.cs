using System.Text;

namespace RbacGrains.Model.Tests.Pages;

/// <summary>The page on permissions of PolyAI Agent Studio.</summary>
public sealed class AgentStudioPageTests
{
    private static readonly Policy Enterprise = new(Shipped.AgentStudio, "enterprise");

    [Fact]
    public void The_areas_and_sub_areas_are_the_pages_word_for_word()
    {
        var text = new StringBuilder();
        foreach (var area in Shipped.AgentStudio.Areas)
        {
            text.Append(area.Title).Append('\n').Append(area.Description).Append('\n');
            foreach (var sub in area.SubAreas) text.Append(sub.Title).Append(sub.Description).Append('\n');
        }

        Assert.Equal(AgentStudioPage.Areas, text.ToString());
        Assert.Equal(13, Shipped.AgentStudio.Areas.Length);
        Assert.Equal(26, Shipped.AgentStudio.Areas.Sum(area => area.SubAreas.Length));
    }

    [Fact]
    public void The_levels_are_the_pages_word_for_word() =>
        Assert.Equal(AgentStudioPage.Levels, string.Concat(Shipped.AgentStudio.Levels.Select(level => $"{level.Title}{level.Description}\n")));

    [Fact]
    public void Areas_are_addressed_by_the_slugs_of_their_titles()
    {
        var ids = Shipped.AgentStudio.AreaTable.All.Select(area => area.Id).ToList();

        Assert.Contains("real-time-config", ids);
        Assert.Contains("deployments/a-b-testing", ids);
        Assert.Contains("knowledge/faqs", ids);
        Assert.Contains("analytics/kpis", ids);
    }

    [Fact]
    public void The_admin_bullets_are_the_rows_and_no_member_holds_one() =>
        Assert.Equal(
            """
            | Permission | Admin | Member |
            | --- | :---: | :---: |
            | Manage all projects and configurations | ✓ |  |
            | Invite and remove users | ✓ |  |
            | Modify user permissions | ✓ |  |
            | Access billing and account settings | ✓ |  |
            | Full edit access to all navigation areas | ✓ |  |
            | Use Studio Assistant (Beta) on enterprise clusters | ✓ |  |

            """,
            RoleMatrix.Of(Shipped.AgentStudio).ToMarkdown());

    [Theory]
    [MemberData(nameof(AgentStudioPage.Presets), MemberType = typeof(AgentStudioPage))]
    public void A_preset_sets_what_the_page_lists_and_leaves_every_other_area_at_none(string title, string slug, string page)
    {
        var listed = page.Split('\n').Select(line => line.Split(": ")).ToDictionary(pair => Slug.Of(pair[0]), pair => Slug.Of(pair[1]));
        var preset = Shipped.AgentStudio.FindPreset(slug)!;

        Assert.Equal(title, preset.Title);
        Assert.Equal(listed.OrderBy(pair => pair.Key, StringComparer.Ordinal), preset.Grants.Pairs());

        var effective = Enterprise.Effective(new Access { Role = "member", Grants = preset.Grants });
        Assert.Equal(39, effective.Areas.Length);
        Assert.All(effective.Areas, area => Assert.Equal(listed.GetValueOrDefault(area.On.Split('/')[0], "none"), area.Level));
    }

    [Theory]
    [InlineData("none", "")]
    [InlineData("read", "view")]
    [InlineData("edit", "view create modify delete")]
    public void A_level_allows_its_verbs_in_its_area_and_nothing_else_anywhere(string level, string verbs)
    {
        var expected = verbs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(verb => $"flows:{verb}");

        Assert.Equal(expected, Enterprise.Effective(Given.Member(("flows", level))).Actions);
    }

    [Theory]
    [InlineData("admin", "enterprise", true)]
    [InlineData("admin", "free", false)]
    [InlineData("member", "enterprise", false)]
    [InlineData("member", "free", false)]
    public void Studio_Assistant_is_for_admins_on_enterprise_even_where_it_is_granted(string role, string plan, bool allowed)
    {
        var holder = new Access { Role = role, Grants = Given.Grants(("studio_assistant:use", Grants.Allow)) };

        Assert.Equal(allowed, new Policy(Shipped.AgentStudio, plan).Allows(holder, "studio_assistant:use"));
        Assert.Equal(
            allowed ? DecisionReason.Admin : DecisionReason.Gated,
            new Policy(Shipped.AgentStudio, plan).Reason(holder, "studio_assistant:use"));
    }

    [Theory]
    [InlineData("messaging/chat:modify")]
    [InlineData("messaging/chat-configuration:modify")]
    [InlineData("messaging/widget-settings:modify")]
    public void Chat_configuration_and_widget_settings_share_the_permission_of_chat(string action)
    {
        Assert.True(Enterprise.Allows(Given.Member(("messaging", "edit"), ("messaging/sms", "none")), action));
        Assert.False(Enterprise.Allows(Given.Member(("messaging", "edit"), ("messaging/chat", "read")), action));
    }

    [Fact]
    public void A_member_can_neither_manage_users_nor_account_settings_whatever_the_areas_say()
    {
        var all = Shipped.AgentStudio.Areas.Select(area => (area.Id, "edit")).ToArray();
        var held = Enterprise.Effective(Given.Member(all)).Actions;

        Assert.DoesNotContain(held, action => action.StartsWith("users:", StringComparison.Ordinal));
        Assert.DoesNotContain("account_settings:access", held);
        Assert.Equal(39 * 4, held.Length);
    }
}
