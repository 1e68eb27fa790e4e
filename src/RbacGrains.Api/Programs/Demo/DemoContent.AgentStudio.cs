using RbacGrains.Core;

namespace RbacGrains.Api;

internal sealed partial record DemoContent
{
    private static DemoContent AgentStudio(DateTimeOffset now) => new()
    {
        Roles =
        [
            ("knowledge-lead", new RoleContent
            {
                Title = "Knowledge lead",
                Description = "Owns what the agents know: edits all of it, tests it, and reads how it does.",
                BasedOn = "member",
                Grants = Set(("analytics", "read"), ("knowledge", "edit"), ("testing", "edit"), ("behavior", "read")),
            }),
        ],
        People =
        [
            Person("maria.santos", "member", "knowledge-editor", Set(("knowledge/variants", "read"), ("testing", "read"))),
            Person("james.okafor", "member", "full-developer"),
            Person("priya.raman", "knowledge-lead"),
            Person("lena.fischer", "member", "operations-manager"),
            Person("tomas.novak", "member", "full-developer", projects: [Limit("harbor-hotels", preset: "read-only-reviewer")]),
            Person("aisha.rahman", "member", "knowledge-editor"),
            Person("daniel.cohen", "member", "read-only-reviewer"),
            Person("sofia.marino", "member", grants: Set(("voice", "edit"), ("voice/numbers", "read"), ("messaging", "edit"))),
            Person("kenji.watanabe", "member", "full-developer"),
            Person("grace.mbeki", "knowledge-lead", projects: [Limit("city-transit", grants: Set(("knowledge", "read")))]),
            Person("oliver.hughes", "member", grants: Set(("analytics", "edit"), ("deployments", "read"))),
            Person("elif.demir", "member", "knowledge-editor", suspended: true),
            Person("lucas.moreau", "member", "operations-manager", until: now.AddDays(6)),
            Person("hannah.lindqvist", "member", "read-only-reviewer"),
            Person("rafael.costa", "member", grants: Set(("flows", "edit"), ("tools", "edit"), ("testing", "edit"))),
            Person("mei.lin", "member", "knowledge-editor", projects: [Limit("harbor-hotels", grants: Set(("knowledge", "edit")))]),
            Person("peter.jansen", "member", "read-only-reviewer", until: Over(now)),
            Person("nadia.haddad", "member", grants: Set(("messaging", "edit"), ("widgets", "edit"))),
            Person("samuel.adeyemi", "member", "full-developer"),
            Person("clara.weiss", "member", "operations-manager"),
            Person("ivan.petrov", "member", "read-only-reviewer", suspended: true),
            Person("yuki.tanaka", "member", grants: Set(("behavior", "edit"), ("behavior/guardrails", "read"))),
            Person("emma.larsen", "member"),
            Person("victor.almeida", "member", grants: Set(("integrations", "edit"), ("account", "read"))),
            Person("zoe.papadakis", "member", "knowledge-editor", until: now.AddDays(45)),
            Person("amir.hosseini", "member"),
        ],
        Groups =
        [
            ("content-team", new GroupContent
            {
                Title = "Content team",
                Description = "Writes and translates what the agents say.",
                Grants = Set(("knowledge", "edit"), ("behavior", "read"), ("behavior/language", "read")),
            }, ["maria.santos", "aisha.rahman", "mei.lin", "zoe.papadakis", "emma.larsen"]),
            ("on-call", new GroupContent
            {
                Title = "On call",
                Description = "May roll a deployment back at night.",
                Grants = Set(("deployments", "edit"), ("deployments/a-b-testing", "none"), ("real-time-config", "edit")),
            }, ["james.okafor", "kenji.watanabe", "lena.fischer"]),
            ("auditors", new GroupContent
            {
                Title = "Auditors",
                Description = "Reads everything, changes nothing.",
                Preset = "read-only-reviewer",
            }, ["daniel.cohen", "hannah.lindqvist"]),
        ],
        Keys =
        [
            new CreateApiKey { Name = "Nightly FAQ import", Role = "member", Grants = Set(("knowledge", "edit")), ExpiresIn = TimeSpan.FromDays(90) },
            new CreateApiKey { Name = "Call dashboard", Role = "member", Grants = Set(("analytics", "read")) },
        ],
        Invited =
        [
            ("noah.bergman", InvitationStatus.Pending), ("ines.carvalho", InvitationStatus.Pending),
            ("paul.schneider", InvitationStatus.Declined), ("old.agency", InvitationStatus.Revoked),
        ],
    };
}
