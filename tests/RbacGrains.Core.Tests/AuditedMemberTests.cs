using System.Text.Json.Nodes;

namespace RbacGrains.Core.Tests;

/// <summary>What stands in the log of a member stays as it was first written, byte by byte: as an object of nodes writes it.</summary>
public sealed class AuditedMemberTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 22, 1, 2, 3, 450, TimeSpan.Zero);

    public static TheoryData<string> Names => [.. Members.Keys];

    private static Dictionary<string, Membership> Members { get; } = new()
    {
        ["a role alone"] = Of(new Access { Role = "analyst" }),
        ["grants"] = Of(new Access { Role = "editor", Grants = Grants.Of([new("agents", "edit"), new("agents.create", "allow")]) }),
        ["suspended, with an end"] = Of(new Access { Role = "editor", Suspended = true, ExpiresAt = Moment }),
        ["an end elsewhere"] = Of(new Access { Role = "editor", ExpiresAt = Moment.ToOffset(TimeSpan.FromHours(5.5)) }),
        ["an address"] = Of(new Access { Role = "editor" }) with { Email = "o'neil+\"x\"@exämple.org" },
        ["words that are escaped"] = Of(new Access { Role = "<rôle>&\u2028\\", Grants = Grants.Of([new("<a>", "\ud83d\ude00")]) }),
        ["projects"] = Of(new Access
        {
            Role = "editor",
            Projects =
            [
                new ProjectScope { Project = "*" },
                new ProjectScope { Project = "a/<b>", Role = "analyst", Grants = Grants.Of([new("agents", "read")]), ExpiresAt = Moment },
            ],
        }),
        ["what the log is silent on"] = Of(new Access { Role = "editor", Version = 7, Groups = [new GroupGrants("team", 2, "admin", Grants.Empty)] }),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_member_is_written_as_an_object_of_nodes_writes_them(string name) =>
        Assert.Equal(Nodes(Members[name]).ToJsonString(), AuditedMember.Of(Members[name]));

    private static Membership Of(Access access) => new()
    {
        Organization = "acme",
        Incarnation = 1,
        Access = access,
        JoinedAt = Moment,
        Page = 3,
        Invitation = "inv_1",
    };

    private static JsonObject Nodes(Membership membership)
    {
        var access = membership.Access;
        var projects = new JsonObject();
        foreach (var scope in access.Projects)
            projects[scope.Project] = new JsonObject { ["role"] = scope.Role, ["grants"] = Nodes(scope.Grants), ["expires_at"] = scope.ExpiresAt };
        return new JsonObject
        {
            ["role"] = access.Role,
            ["grants"] = Nodes(access.Grants),
            ["projects"] = projects,
            ["expires_at"] = access.ExpiresAt,
            ["suspended"] = access.Suspended,
            ["email"] = membership.Email,
        };
    }

    private static JsonObject Nodes(Grants grants) =>
        new(grants.Items.Select(grant => KeyValuePair.Create<string, JsonNode?>(grant.On, grant.Level)));
}
