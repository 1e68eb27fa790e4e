using System.Collections.Immutable;
using System.Text.Json;
using RbacGrains.Grains.Leases;

namespace RbacGrains.Grains.Tests.Wire;

/// <summary>One value of each type that crosses the wire, with every field said.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset At = new(2026, 6, 1, 12, 30, 15, 123, TimeSpan.Zero);

    private static readonly Grants Given = Grants.Of([KeyValuePair.Create("board", "read"), KeyValuePair.Create("keys:read", "allow")]);

    private static readonly Access Access = new()
    {
        Role = "writer",
        Grants = Given,
        Projects = [new ProjectScope { Project = "p", Role = "guest", Grants = Given, ExpiresAt = At }],
        ExpiresAt = At,
        Suspended = true,
        Version = long.MaxValue,
    };

    private static readonly Error Error = new(ErrorKind.Conflict, "last_admin", "No.", "/role")
    {
        Details = Errors.Detail("members", ["alice", "bøb"]),
        DenialStatus = 401,
    };

    private static readonly MemberView Member =
        new("alice", "acme", "alice@example.com", Access, MemberStatus.Suspended, "reader", At, 7);

    private static readonly OrganizationSettings Settings = new() { InvitationDays = 0, EmailDomains = ["example.com"] };

    private static readonly OrganizationView Organization = new("acme", "Acme", "letta", "free", "owner", Settings, At, 3);

    private static readonly InvitationView Invitation =
        new("i1", "acme", "a@example.com", "writer", Given, null, InvitationStatus.Declined, At, At, "alice", 2);

    private static readonly AuditEntry Entry = new()
    {
        Id = "e1",
        Organization = "acme",
        At = At,
        Actor = "owner",
        Kind = "member.added",
        Target = "alice",
        Before = "{}",
        After = null,
        Reason = "why",
        OperationId = "op",
        Fingerprint = "f",
    };

    private static readonly InvitationState InvitationState = new()
    {
        Organization = "acme",
        Incarnation = 1L << 62,
        Email = "a@example.com",
        Access = Access,
        InvitedBy = "owner",
        SecretHash = [1, 2, 255],
        Status = InvitationStatus.Revoked,
        AcceptedBy = "alice",
        CreatedAt = At,
        ExpiresAt = At,
        Version = 4,
        Page = 2,
    };

    private static readonly Membership Membership = new()
    {
        Organization = "acme",
        Incarnation = 1L << 62,
        Access = Access,
        Email = "a@example.com",
        JoinedAt = At,
        Page = 3,
        Invitation = "i1",
    };

    private static readonly ApiKeyView Key = new(
        "key_aaaaaaaaaaaaaaaa_3",
        "acme",
        "svc:aaaaaaaaaaaaaaaa",
        "ci",
        "rbac_aaaaaaaaaaaaaaaa_3",
        ApiKeyStatus.Suspended,
        true,
        "owner",
        At,
        At,
        At,
        At,
        At,
        6);

    private static readonly ServiceAccountView Account =
        new("svc:aaaaaaaaaaaaaaaa", "acme", "ci", Access, MemberStatus.Suspended, "reader", 2, null, At, 7);

    private static readonly DirectorySummary Summary =
        new() { Roles = ["writer"], Email = "a@example.com", Suspended = true, ExpiresAt = At, Invitation = InvitationStatus.Pending };

    private static readonly Properties Said = Properties.Of(JsonElement.Parse("""{"a":[1,"x",null,{"b":true}]}"""));

    private static readonly ResourceContent Content = new() { Name = "First", Project = "p", Properties = Said };

    private static readonly ResourceView Resource = new("record", "r1", Content, At, At, 3);

    private static readonly Evaluation Evaluation = new()
    {
        Action = "record:write",
        Project = "p",
        Resource = new ResourceReference("record", "r 1"),
        Properties = new RequestProperties { Subject = Said, Resource = Said, Action = Said, Context = Said },
    };

    private static readonly GroupView Group = new("design", "acme", "Design", "All", "writer", Given, 12, 3, 4);

    private static readonly GroupState GroupState = new()
    {
        Incarnation = 1L << 62,
        Title = "Design",
        Description = "All",
        Role = "writer",
        Grants = Given,
        Version = 3,
        Page = 4,
        MemberPages = 5,
        Removed = true,
        IsBeingCarried = true,
    };

    /// <summary>By the name of <see cref="ContractTypes"/>.</summary>
    private static readonly CustomRole Crew = new()
    {
        Id = "crew",
        Title = "Crew",
        Description = "Sails.",
        BasedOn = "writer",
        Grants = Grants.Of([KeyValuePair.Create("docs", "read"), KeyValuePair.Create("docs:view", "none")]),
        Plans = ["free"],
        AssignableBy = ["owner"],
        Version = 7,
    };

    public static IReadOnlyDictionary<string, object> Contracts { get; } = new SortedDictionary<string, object>(StringComparer.Ordinal)
    {
        ["error"] = Error,
        ["done"] = Done.Instance,
        ["change_context"] = new ChangeContext
        {
            Caller = new Caller("alice"),
            Reason = "why",
            OperationId = "op",
            ExpectedVersion = 0,
            RequiredAction = "keys:read",
        },
        ["page_request"] = new PageRequest(0, "token"),
        ["create_organization"] = new CreateOrganization("Acme", "letta", "free", "owner"),
        ["update_organization"] = new UpdateOrganization("Acme", "free", Settings)
        {
            Reassign = ImmutableSortedDictionary<string, string>.Empty.Add("partner", "guest"),
        },
        ["organization"] = Organization,
        ["put_organization"] = new Put<OrganizationView>(Organization, true),
        ["page_of_organizations"] = new Page<OrganizationView>([Organization], "next"),
        ["role"] = new RoleView(
            new Role { Id = "writer", Title = "Writer", Description = "Writes.", IsAdmin = true, Plans = ["free"], Grants = Given }, true, 5),
        ["role_content"] = new RoleContent
        {
            Title = "Crew",
            Description = "Sails.",
            BasedOn = "writer",
            Grants = Given,
            Plans = ["free"],
            AssignableBy = ["owner"],
            AcceptNarrowing = true,
        },
        ["custom_role"] = Crew,
        ["put_role"] = new Put<RoleView>(
            new RoleView(new Role { Id = "crew", Title = "Crew", Withdrawn = ["docs:view"] }, false, 5) { Custom = Crew }, true),
        ["delete_role"] = new DeleteRole("guest"),
        ["member_assignment"] = new MemberAssignment
        {
            Role = "writer",
            Preset = "reader",
            Grants = Given,
            ExpiresAt = At,
            Suspended = true,
            Email = "a@example.com",
            Projects = [new ProjectAssignment { Project = "*", Role = "guest", Preset = "reader", Grants = Given, ExpiresAt = At }],
        },
        ["member_patch"] = new MemberPatch
        {
            Role = "writer",
            Preset = "reader",
            ClearGrants = true,
            ClearProjects = true,
            Suspended = false,
            Grants = ImmutableSortedDictionary<string, string?>.Empty.Add("board", null).Add("keys:read", "allow"),
            Projects = ImmutableSortedDictionary<string, ProjectAssignment?>.Empty.Add("p", null),
            ExpiresAt = new Optional<DateTimeOffset?>(true, null),
            Email = new Optional<string?>(true, null),
        },
        ["member_filter"] = new MemberFilter("writer", MemberStatus.Expired, "a@example.com"),
        ["previewed_change"] = new PreviewedChange
        {
            Member = new PreviewedMember("alice") { Put = new MemberAssignment { Role = "writer" }, Patch = new MemberPatch { Suspended = true }, Remove = true },
            Plan = new PreviewedPlan("free") { Reassign = ImmutableSortedDictionary<string, string>.Empty.Add("partner", "guest") },
        },
        ["page_of_affected_members"] = new Page<AffectedMember>(
            [new AffectedMember("alice", "a@example.com", [new DecisionChange("a:b", null, "c") { Except = ["p"] }], [new DecisionChange("a:b", "p", null)])],
            "next"),
        ["member"] = Member,
        ["put_member"] = new Put<MemberView>(Member, true),
        ["page_of_members"] = new Page<MemberView>([Member], ""),
        ["page_of_users"] = new Page<string>(["alice"], "next"),
        ["permissions"] = new EffectivePermissions("writer", ["a:b"], [new Grant("board", "read")], 1, 2),
        ["projects"] = ProjectSet.AllExcept(["p", "q"]),
        ["explanation"] = new Explanation(
            new Decision(DecisionReason.Gated, 1, 2), "a:b", "p", [new ExplanationStep(StepKind.Cap, StepEffect.Restricts, "board", "read", "Capped.")], "No."),
        ["invite_member"] = new InviteMember { Email = "a@example.com", Role = "writer", Preset = "reader", Grants = Given, ExpiresIn = TimeSpan.Zero },
        ["invitation_filter"] = new InvitationFilter(InvitationStatus.Expired, "a@example.com"),
        ["invitation"] = Invitation,
        ["invitation_offer"] = new InvitationOffer(
            Invitation, "Acme", "letta", "Writer", true, new EffectivePermissions("writer", ["a:b"], [new Grant("board", "read")], 1, 2)),
        ["issued_invitation"] = new IssuedInvitation(Invitation, "token"),
        ["page_of_invitations"] = new Page<InvitationView>([Invitation], "next"),
        ["create_api_key"] = new CreateApiKey
        {
            Name = "ci",
            ServiceAccount = "svc:aaaaaaaaaaaaaaaa",
            Role = "writer",
            Preset = "reader",
            Grants = Given,
            Projects = [new ProjectAssignment { Project = "p", Role = "guest", Preset = "reader", Grants = Given, ExpiresAt = At }],
            ExpiresIn = TimeSpan.FromDays(30),
            ActsForUsers = true,
        },
        ["rotate_api_key"] = new RotateApiKey { Grace = TimeSpan.FromHours(1), ExpiresIn = TimeSpan.FromDays(30) },
        ["api_key_filter"] = new ApiKeyFilter("rbac_", "svc:aaaaaaaaaaaaaaaa", ApiKeyStatus.Expired),
        ["api_key"] = Key,
        ["issued_api_key"] = new IssuedApiKey(Key, "rbac_aaaaaaaaaaaaaaaa_3_secret", Account),
        ["page_of_api_keys"] = new Page<ApiKeyView>([Key], "next"),
        ["authenticated_key"] = new AuthenticatedKey(Key.Id, "ci", "acme", "svc:aaaaaaaaaaaaaaaa", true),
        ["service_account_patch"] = new ServiceAccountPatch { Name = "ci", Access = new MemberPatch { Role = "writer", Suspended = false } },
        ["service_account_filter"] = new ServiceAccountFilter("writer", MemberStatus.Suspended),
        ["service_account"] = Account,
        ["page_of_service_accounts"] = new Page<ServiceAccountView>([Account], "next"),

        ["audit_query"] = new AuditQuery("a", "t", "k", At, At),
        ["audit_entry"] = Entry,
        ["page_of_audit_entries"] = new Page<AuditEntry>([Entry], "next"),
        ["group_content"] = new GroupContent { Title = "Design", Description = "All", Role = "writer", Preset = "reader", Grants = Given },
        ["group"] = Group,
        ["put_group"] = new Put<GroupView>(Group, true),
        ["page_of_groups"] = new Page<GroupView>([Group], "next"),
        ["group_state"] = GroupState,
        ["group_write"] = new GroupWrite(2, GroupState, [Entry]) { Fence = new Fence("acme", 9) },
        ["evaluation"] = Evaluation,
        ["resource_reference"] = new ResourceReference("record", "r 1"),
        ["resource_content"] = Content,
        ["resource"] = Resource,
        ["put_resource"] = new Put<ResourceView>(Resource, true),
        ["page_of_resources"] = new Page<ResourceView>([Resource], "next"),
        ["catalog_entry"] = new CatalogEntryState
        {
            Incarnation = 1L << 62,
            Content = Content,
            CreatedAt = At,
            UpdatedAt = At,
            Version = 3,
            Page = 4,
            Removed = true,
        },
        ["lease_request"] = new LeaseRequest(7, [new AccessKey("alice", "acme")], ["acme"]),
        ["lease_answer"] = new LeaseAnswer(
            [new LeasedAccess("alice", "acme", 1L << 62, Access), new LeasedAccess("bob", "acme", 0, null)],
            [new LeasedPolicy("acme", new PolicyDescription("letta", 1, "free", 3, 1L << 62), null), new LeasedPolicy("gone", null, Error)],
            [new LeaseRefusal("hidden", Error)]),
        ["lease_renewal"] = new LeaseRenewal(4, new LeaseRelease(7, ["alice"], ["acme"])),
        ["membership"] = Membership,
        ["membership_write"] = new MembershipWrite("acme", 1L << 62, 4, Membership, [Entry]) { Fence = new Fence("acme", 9) },
        ["invitation_state"] = InvitationState,
        ["invitation_reissue"] = new InvitationReissue([1, 2], At, null, 3, Entry),
        ["admission"] = new Admission(Member),
        ["directory_entry"] = new DirectoryEntry(5, "alice", Summary),
        ["directory_summary"] = Summary,
    };

    /// <summary>What has codecs of its own.</summary>
    public static IReadOnlyDictionary<string, object> Hot { get; } = new SortedDictionary<string, object>(StringComparer.Ordinal)
    {
        ["caller"] = new Caller("alice"),
        ["caller_bound"] = new Caller("alice") { Organization = "acme" },
        ["caller_service"] = Caller.Service,
        ["check_request"] = new CheckRequest("acme", "a:b", null),
        ["decision"] = new Decision(DecisionReason.OutsideProjectScope, long.MaxValue, 2),
        ["result_error"] = (Result<Decision>)Error,
        ["result_value"] = (Result<Decision>)new Decision(DecisionReason.Admin, 1, 2),
        ["result_of_contract"] = (Result<MemberView>)Member,
        ["results"] = ImmutableArray.Create<Result<Decision>>(new Decision(DecisionReason.Granted, 1, 2), Error),
        ["membership_of_service_account"] = Membership with
        {
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
                        CreatedAt = At,
                        ExpiresAt = At,
                        LastUsedAt = At,
                        Rotations = 2,
                        RotatedAt = At,
                        PreviousDigest = [3],
                        PreviousUntil = At,
                    },
                    new ServiceAccountKey { Number = 4, Name = "l", Digest = [1], CreatedAt = At },
                ],
            },
        },
        ["member_search"] = new MemberFilter(Group: "team", Search: "part"),
        ["member_of_groups"] = Summary with { Groups = ["team"] },
        ["preview_of_role"] = new PreviewedChange
        {
            Role = new PreviewedRole("own") { Put = new RoleContent { Title = "Own", Grants = Given }, Delete = new DeleteRole("writer") },
        },
        ["preview_of_group"] = new PreviewedChange
        {
            Group = new PreviewedGroup("team")
            {
                Put = new GroupContent { Title = "Team", Grants = Given },
                Delete = true,
                AddMember = "alice",
                RemoveMember = "bob",
            },
        },
        ["result_count"] = (Result<int>)100_000,
        ["lease_drop"] = new LeaseDrop(9, LeaseKind.Organization, "acme"),
        ["opened_session"] = new OpenedSession("0123", TimeSpan.FromSeconds(5)),
        ["result_time"] = (Result<TimeSpan>)TimeSpan.FromSeconds(5),
        ["policy_grant"] = new PolicyGrant("letta", "free", 3, 1L << 62, TimeSpan.FromSeconds(5)),
        ["policy_grant_custom_roles"] = new PolicyGrant("letta", "free", 3, 1L << 62, TimeSpan.FromSeconds(5)) { CustomRoles = [Crew] },
        ["lease_answer_custom_roles"] = new LeaseAnswer(
            [], [new LeasedPolicy("acme", new PolicyDescription("letta", 1, "free", 3, 1L << 62) { CustomRoles = [Crew] }, null)], []),
    };
}
