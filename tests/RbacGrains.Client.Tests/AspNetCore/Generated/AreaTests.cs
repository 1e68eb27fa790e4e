using RbacGrains.Model.Tests.Pages;

namespace RbacGrains.Client.Tests.AspNetCore.Generated;

/// <summary>Every action and every area at every level of Agent Studio, for its roles and its common configurations, as the page says.</summary>
public sealed class AreaTests
{
    // The page: Read "can view", Edit "can view, create, modify, and delete".
    private static readonly Dictionary<string, string[]> Verbs = new(StringComparer.Ordinal)
    {
        ["none"] = [],
        ["read"] = ["view"],
        ["edit"] = ["view", "create", "modify", "delete"],
    };

    private static readonly string[] EveryVerb = ["view", "create", "modify", "delete"];

    public static TheoryData<string, string> Presets
    {
        get
        {
            var presets = new TheoryData<string, string>();
            foreach (var preset in AgentStudioPage.Presets) presets.Add((string)preset[1], (string)preset[2]);
            return presets;
        }
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public async Task A_common_configuration_opens_what_the_page_lists_and_nothing_else(string preset, string page)
    {
        var listed = page.Split('\n').Select(line => line.Split(": ")).ToDictionary(pair => Slug.Of(pair[0]), pair => Slug.Of(pair[1]));
        await using var server = await ProductServer.Start("agent-studio", "enterprise");
        await server.Add("alice", new MemberAssignment { Preset = preset });

        await HoldsExactly(server, area => listed.GetValueOrDefault(area.Split('/')[0], "none"), rest: 403);
    }

    [Fact]
    public async Task A_member_with_nothing_set_is_let_in_nowhere()
    {
        await using var server = await ProductServer.Start("agent-studio", "enterprise");
        await server.Add("alice", new MemberAssignment());

        await HoldsExactly(server, _ => "none", rest: 403);
    }

    [Fact]
    public async Task A_sub_area_can_be_more_restrictive_than_its_area()
    {
        await using var server = await ProductServer.Start("agent-studio", "enterprise");
        await server.Add("alice", new MemberAssignment
        {
            Grants = Grants.Of([new("knowledge", "edit"), new("knowledge/faqs", "read"), new("knowledge/sources", "none")]),
        });

        await HoldsExactly(
            server,
            area => area switch
            {
                "knowledge" or "knowledge/variants" => "edit",
                "knowledge/faqs" => "read",
                _ => "none",
            },
            rest: 403);
    }

    [Fact]
    public async Task An_admin_has_full_access_to_every_area_and_every_bullet_of_the_page()
    {
        await using var server = await ProductServer.Start("agent-studio", "enterprise");
        await server.Add("alice", new MemberAssignment { Role = "admin" });

        await HoldsExactly(server, _ => "edit", rest: 204);
    }

    [Theory]
    [InlineData("enterprise", "admin", 204)]
    [InlineData("enterprise", "member", 403)]
    [InlineData("free", "admin", 403)]
    [InlineData("free", "member", 403)]
    public async Task Studio_Assistant_is_for_admins_on_enterprise(string plan, string role, int status)
    {
        await using var server = await ProductServer.Start("agent-studio", plan);
        await server.Add("alice", new MemberAssignment { Role = role });

        Assert.Equal(status, (await server.Act("alice", "studio_assistant:use")).Status);
    }

    // Alice is asked about in every area at every level, and about whatever else the model has.
    private static async Task HoldsExactly(ProductServer server, Func<string, string> levelOf, int rest)
    {
        var called = new HashSet<string>(StringComparer.Ordinal);
        foreach (var area in server.Model.AreaTable.All.Select(area => area.Id))
        {
            var level = levelOf(area);
            foreach (var verb in EveryVerb)
            {
                called.Add($"{area}:{verb}");
                Assert.Equal(
                    new Outcome("alice", $"{area}:{verb}", Verbs[level].Contains(verb) ? 204 : 403), await server.Act("alice", $"{area}:{verb}"));
            }

            Assert.Equal(level is "none" ? 403 : 204, (await server.Enter("alice", area, Level.Read)).Status);
            Assert.Equal(level is "edit" ? 204 : 403, (await server.Enter("alice", area, Level.Edit)).Status);
        }

        Assert.Equal(39 * 4, called.Count);
        foreach (var action in server.Model.Actions.Names.Where(action => !called.Contains(action)))
            Assert.Equal(new Outcome("alice", action, rest), await server.Act("alice", action));
    }
}
