using System.Text.Json;

namespace RbacGrains.Core.Tests;

/// <summary>A record of every kind with every field filled.</summary>
internal static class Records
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Access Access = new()
    {
        Role = "writer",
        Grants = Grants.Of([new("docs", "edit"), new("files:read", Grants.Allow)]),
        Projects = [new ProjectScope { Project = "p", Role = "guest", Grants = Grants.Of([new("docs", "read")]), ExpiresAt = Noon }],
        ExpiresAt = Noon.AddDays(1),
        Suspended = true,
        Version = 5,
    };

    public static SortedDictionary<string, Record> All { get; } = new(StringComparer.Ordinal)
    {
        ["user"] = Record.Of(new UserState
        {
            Sequence = 6,
            Memberships =
            [
                new Membership
                {
                    Organization = "acme",
                    Incarnation = 7,
                    Access = Access,
                    Email = "alice@example.com",
                    JoinedAt = Noon,
                    Page = 2,
                    Invitation = "inv_1",
                },
            ],
            SpentInvitations = ["inv_0"],
        }),
        ["user_service_account"] = Record.Of(new UserState
        {
            Sequence = 6,
            Memberships =
            [
                new Membership
                {
                    Organization = "acme",
                    Incarnation = 7,
                    Access = Access,
                    JoinedAt = Noon,
                    Account = new ServiceAccount
                    {
                        Name = "ci",
                        CreatedBy = "owner",
                        LastNumber = 4,
                        Keys =
                        [
                            new ServiceAccountKey
                            {
                                Number = 3,
                                Name = "k",
                                Digest = [1, 2, 255],
                                ActsForUsers = true,
                                CreatedBy = "owner",
                                CreatedAt = Noon,
                                ExpiresAt = Noon.AddDays(9),
                                LastUsedAt = Noon.AddDays(1),
                                Rotations = 2,
                                RotatedAt = Noon.AddDays(2),
                                PreviousDigest = [3],
                                PreviousUntil = Noon.AddDays(3),
                            },
                            new ServiceAccountKey { Number = 4, Name = "l", Digest = [1], CreatedAt = Noon },
                        ],
                    },
                },
            ],
        }),
        ["organization_with_service_accounts"] = Record.Of(new OrganizationState
        {
            Name = "Acme",
            Model = "letta",
            Plan = "enterprise",
            Owner = "owner",
            CreatedAt = Noon,
            Incarnation = 7,
            ServiceAccountPages = 2,
        }),
        ["organization"] = Record.Of(new OrganizationState
        {
            Name = "Acme",
            Model = "letta",
            Plan = "enterprise",
            Owner = "owner",
            Settings = new OrganizationSettings { InvitationDays = 3, EmailDomains = ["example.com"] },
            CreatedAt = Noon,
            Incarnation = 7,
            Version = 4,
            Deleted = true,
            MemberPages = 2,
            InvitationPages = 1,
            TenantsPage = 3,
            Pending = new PendingPolicyChange(
                "free",
                new UpdateOrganization().Reassign.Add("editor", "analyst"),
                new ChangeContext { Caller = new Caller("owner"), Reason = "why", OperationId = "op", ExpectedVersion = 3, RequiredAction = "a:b" },
                "digest"),
        }),
        ["invitation"] = Record.Of(new InvitationState
        {
            Organization = "acme",
            Incarnation = 7,
            Email = "alice@example.com",
            Access = Access,
            InvitedBy = "owner",
            SecretHash = [1, 2, 255],
            Status = InvitationStatus.Accepted,
            AcceptedBy = "alice",
            CreatedAt = Noon,
            ExpiresAt = Noon.AddDays(7),
            Version = 2,
            Page = 1,
        }),
        ["page"] = Record.Of(new DirectoryPageState(
            9,
            Dirty: true,
            [
                new DirectoryEntry(7, "alice", new DirectorySummary { Roles = ["writer", "guest"], Email = "alice@example.com", Suspended = true, ExpiresAt = Noon }),
                new DirectoryEntry(8, "inv_1", new DirectorySummary { Invitation = InvitationStatus.Declined }),
                new DirectoryEntry(9, "bob", null),
            ])),
        ["user_in_groups"] = Record.Of(new UserState
        {
            Sequence = 6,
            Memberships =
            [
                new Membership
                {
                    Organization = "acme",
                    Incarnation = 7,
                    Access = Access with
                    {
                        Groups = [new GroupGrants("design", 3, "writer", Grants.Of([new("docs", "read")])), new GroupGrants("ops", 1, null, Grants.Empty)],
                    },
                    JoinedAt = Noon,
                    GroupPages = System.Collections.Immutable.ImmutableSortedDictionary<string, int>.Empty.Add("design", 2).Add("ops", 0),
                },
            ],
        }),
        ["group"] = Record.Of(new GroupState
        {
            Incarnation = 7,
            Title = "Design",
            Description = "All",
            Role = "writer",
            Grants = Grants.Of([new("docs", "edit")]),
            Version = 3,
            Page = 1,
            MemberPages = 2,
            Removed = true,
            IsBeingCarried = true,
        }),
        ["tenants"] = Record.Of(new TenantsState(3)),
    };
}

/// <summary>A record, written and read without regard to its type.</summary>
internal sealed record Record(Func<string> Write, Func<string, string> Rewrite)
{
    public static Record Of<T>(T state) => new(
        () => JsonSerializer.Serialize(state, StateJson.TypeInfo<T>()),
        json => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, StateJson.TypeInfo<T>())!, StateJson.TypeInfo<T>()));
}
