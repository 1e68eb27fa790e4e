using System.Text.Json;
using System.Text.Json.Nodes;

namespace RbacGrains.Core.Tests;

/// <summary>Yesterday's records are read by today's program.</summary>
public sealed class StateJsonTests
{
    public static TheoryData<string> Names => [.. Records.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_is_read_as_it_was_written(string name) =>
        Assert.Equal(Records.All[name].Write(), Records.All[name].Rewrite(Records.All[name].Write()));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_that_was_written_once_is_still_read_as_the_same(string name)
    {
        using var snapshot = typeof(StateJsonTests).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Check in Snapshots/{name}.json: {Records.All[name].Write()}");
        using var reader = new StreamReader(snapshot);
        var expected = JsonNode.Parse(Records.All[name].Write());

        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(Records.All[name].Rewrite(reader.ReadToEnd()))), $"{expected}");
    }

    [Fact]
    public void What_an_older_organization_does_not_say_is_as_if_it_had_never_been_set()
    {
        var state = Read<OrganizationState>(
            """{"name":"Acme","model":"letta","plan":"free","owner":"owner","created_at":"2026-06-01T12:00:00+00:00","incarnation":7}""");

        Assert.Equal(OrganizationSettings.Default, state.Settings);
        Assert.Equal((1L, false, 0, null), (state.Version, state.Deleted, state.MemberPages, state.Pending));
    }

    [Fact]
    public void What_older_settings_do_not_say_is_as_by_default()
    {
        var state = Read<OrganizationState>(
            """{"name":"A","model":"letta","plan":"free","owner":"o","created_at":"2026-06-01T12:00:00+00:00","incarnation":7,"settings":{}}""");

        Assert.Equal(7, state.Settings.InvitationDays);
        Assert.Empty(state.Settings.EmailDomains);
    }

    [Fact]
    public void What_an_older_user_does_not_say_is_as_if_it_had_never_been_set()
    {
        var nobody = Read<UserState>("{}");
        var somebody = Read<UserState>(
            """{"memberships":[{"organization":"acme","incarnation":7,"access":{"role":"writer","projects":[{"project":"p"}]},"joined_at":"2026-06-01T12:00:00+00:00"}]}""");

        Assert.Empty(nobody.Memberships);
        Assert.Empty(nobody.SpentInvitations);
        Assert.Null(somebody.Memberships[0].Account);
        var access = Assert.Single(somebody.Memberships).Access;
        Assert.Equal(new Access { Role = "writer", Projects = [new ProjectScope { Project = "p" }] }, access);
        Assert.Same(Grants.Empty, Read<UserState>(
            """{"memberships":[{"organization":"acme","incarnation":7,"access":{"role":"writer"},"joined_at":"2026-06-01T12:00:00+00:00"}]}""").Memberships[0].Access.Grants);
    }

    [Fact]
    public void What_an_older_invitation_does_not_say_is_as_if_it_had_never_been_set()
    {
        var state = Read<InvitationState>(
            """{"organization":"acme","incarnation":7,"email":"a@example.com","access":{"role":"writer"},"secret_hash":[],"created_at":"2026-06-01T12:00:00+00:00","expires_at":"2026-06-08T12:00:00+00:00"}""");

        Assert.Equal((1L, InvitationStatus.Pending, null, 0), (state.Version, state.Status, state.AcceptedBy, state.Page));
        Assert.Empty(state.Access.Projects);
    }

    [Fact]
    public void What_an_older_page_does_not_say_is_as_if_it_had_never_been_set()
    {
        var page = Read<DirectoryPageState>("""{"next_position":1,"entries":[{"id":"a","summary":{}}]}""");

        Assert.Empty(Assert.Single(page.Entries).Summary!.Roles);
    }

    [Fact]
    public void A_newer_programs_fields_are_passed_over() =>
        Assert.Equal(3, Read<TenantsState>("""{"pages":3,"colour":"blue"}""").Pages);

    private static T Read<T>(string json) => JsonSerializer.Deserialize(json, StateJson.TypeInfo<T>())!;
}
