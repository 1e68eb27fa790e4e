using System.Collections.Frozen;
using System.Reflection;
using RbacGrains.Contract.Tests;
using RbacGrains.Core;

namespace RbacGrains.AdminConsole.Tests.Audit;

/// <summary>The audit log in words.</summary>
public sealed class AuditWordsTests
{
    public static IEnumerable<string> KnownKinds => typeof(AuditKinds).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(known => known.IsLiteral).Select(known => (string)known.GetRawConstantValue()!);

    [Fact]
    public void Every_kind_has_words_and_can_be_filtered_by()
    {
        Assert.Equal(KnownKinds.Order(StringComparer.Ordinal), AuditWords.Kinds.Select(kind => kind.Kind).Order(StringComparer.Ordinal));
        foreach (var kind in KnownKinds)
        {
            var words = AuditWords.Of(Entry(kind, "{}", "{}"), Names("letta"));
            Assert.DoesNotContain($"“{kind}”", words.Text, StringComparison.Ordinal);
            Assert.StartsWith("ada ", words.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(AuditKinds.MemberAdded, null, """{"role":"editor","grants":{},"projects":{}}""", "ada added bob as an Editor")]
    [InlineData(AuditKinds.MemberChanged, """{"role":"analyst"}""", """{"role":"editor"}""", "ada made bob an Editor (was Analyst)")]
    [InlineData(AuditKinds.MemberChanged, """{"role":"analyst","suspended":false}""", """{"role":"analyst","suspended":true}""", "ada suspended bob")]
    [InlineData(AuditKinds.MemberChanged, """{"role":"analyst","suspended":true}""", """{"role":"analyst"}""", "ada ended the suspension of bob")]
    [InlineData(AuditKinds.MemberChanged, """{"role":"analyst"}""", """{"role":"analyst","grants":{"agents:create":"allow"}}""", "ada changed bob: Agents: create: not set → granted")]
    [InlineData(AuditKinds.MemberChanged, """{"role":"a","expires_at":null}""", """{"role":"a","expires_at":"2026-03-05T14:07:00Z"}""", "ada changed when bob's access expires to 5 Mar 2026 14:07 UTC (was never)")]
    [InlineData(AuditKinds.MemberRemoved, """{"role":"gone-role"}""", null, "ada removed bob, who was a gone-role")]
    [InlineData(AuditKinds.InvitationSent, null, """{"email":"eve@x.example","role":"analyst","expires_at":"2026-03-05T14:07:00Z"}""", "ada invited eve@x.example as an Analyst, open until 5 Mar 2026 14:07 UTC")]
    [InlineData(AuditKinds.InvitationDeclined, """{"email":"eve@x.example"}""", """{"email":"eve@x.example"}""", "ada declined the invitation of eve@x.example")]
    [InlineData(AuditKinds.ApiKeyCreated, null, """{"name":"CI","acts_for_users":true}""", "ada made the API key “CI”, which may act for users")]
    [InlineData(AuditKinds.ApiKeyRotated, """{"name":"CI","rotations":0}""", """{"name":"CI","rotations":1}""", "ada gave the API key “CI” another secret")]
    [InlineData(AuditKinds.ApiKeyDeleted, """{"name":"CI"}""", null, "ada deleted the API key “CI”")]
    [InlineData(AuditKinds.ServiceAccountChanged, """{"name":"CI","role":"analyst"}""", """{"name":"CI","role":"editor"}""", "ada changed the service account “CI”: Role: Analyst → Editor")]
    [InlineData(AuditKinds.OrganizationUpdated, """{"name":"A","settings":{"invitation_days":7}}""", """{"name":"B","settings":{"invitation_days":7}}""", "ada renamed the organization to “B” (was “A”)")]
    [InlineData(AuditKinds.PlanChanged, """{"plan":"free"}""", """{"plan":"enterprise"}""", "ada moved to the plan Enterprise (was Free)")]
    [InlineData(AuditKinds.ResourceAdded, null, """{"name":"Report"}""", "ada entered “Report” (bob) into the catalog")]
    [InlineData("something.new", null, null, "ada did “something.new” to bob")]
    public void A_change_is_a_sentence(string kind, string? before, string? after, string expected) =>
        Assert.Equal(expected, AuditWords.Of(Entry(kind, before, after), Names("letta")).Text);

    [Fact]
    public void Several_changes_are_listed_in_the_order_of_the_grid()
    {
        var words = AuditWords.Of(
            Entry(
                AuditKinds.MemberChanged,
                """{"role":"member","grants":{"knowledge":"edit","knowledge/faqs":"read"},"projects":{}}""",
                """{"role":"member","grants":{"knowledge/faqs":"edit","analytics":"read"},"projects":{"blue":{"role":"member","grants":{"tools":"read"},"expires_at":null}}}"""),
            Names("agent-studio"));

        Assert.Equal("ada changed what bob holds", words.Text);
        Assert.Equal(
            ["Analytics: not set → Read", "Knowledge: Edit → not set", "Knowledge › FAQs: Read → Edit", "Project blue: no limit → limited",
                "Project blue: role: none → Member", "Project blue: Tools: not set → Read"],
            words.Lines.Select(line => $"{line.What}: {line.Before} → {line.After}"));
    }

    [Fact]
    public void Whoever_leaves_has_left() =>
        Assert.Equal("bob left", AuditWords.Of(Entry(AuditKinds.MemberRemoved, "{}", null) with { Actor = "bob" }, Names("letta")).Text);

    [Fact]
    public void The_service_is_named() => Assert.Equal(
        "The service suspended bob",
        AuditWords.Of(Entry(AuditKinds.MemberChanged, """{"suspended":false}""", """{"suspended":true}""") with { Actor = null }, Names("letta")).Text);

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("{\"role\":{\"a\":1},\"grants\":[],\"projects\":7,\"expires_at\":true}")]
    public void What_cannot_be_read_leaves_a_sentence_all_the_same(string json)
    {
        foreach (var kind in KnownKinds) Assert.NotEmpty(AuditWords.Of(Entry(kind, json, json), Names("letta")).Text);
    }

    [Fact]
    public void Days_are_told_apart()
    {
        var now = new DateTimeOffset(2026, 6, 3, 1, 0, 0, TimeSpan.Zero);
        var entries = new[] { 0, 2, 30, 50 }.Select(hours => Entry(AuditKinds.MemberAdded, null, "{}") with { At = now.AddHours(-hours) });

        Assert.Equal(["Today", "Yesterday", "1 Jun 2026", "31 May 2026"], AuditDay.Of(entries, Names("letta"), now).Select(day => day.Title));
    }

    [Fact]
    public void A_filter_is_read_from_the_address_and_written_back()
    {
        var filter = AuditFilter.Of("ada", " ", "member.changed", "2026-03-05", "not a day");

        Assert.Equal(new AuditFilter("ada", null, "member.changed", new DateOnly(2026, 3, 5)), filter);
        Assert.Equal("2026-03-05", filter.Parts()["since"]);
        Assert.Equal("/v1/organizations/acme/audit?format=csv&actor=ada&kind=member.changed&since=2026-03-05T00%3A00%3A00Z", filter.ExportPath("acme", "csv"));
        Assert.Equal(new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.Zero), (filter with { Until = new DateOnly(2026, 3, 5) }).Query.Until);
    }

    private static AuditEntry Entry(string kind, string? before, string? after) => new()
    {
        Id = "1",
        Organization = "acme",
        At = DateTimeOffset.UnixEpoch,
        Actor = "ada",
        Kind = kind,
        Target = "bob",
        Before = before,
        After = after,
    };

    private static AuditNames Names(string model)
    {
        var found = ContractModels.Catalog.Find(model)!;
        return new AuditNames(found, found.Roles.ToFrozenDictionary(role => role.Id, role => role.Title));
    }
}
