using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

internal sealed partial record DemoContent
{
    private static DemoContent Humanloop(DateTimeOffset now) => new()
    {
        Roles =
        [
            ("release-manager", new RoleContent
            {
                Title = "Release manager",
                Description = "Deploys what others have built, and makes no keys.",
                BasedOn = "developer",
                Grants = Set(("api_keys:create", Grants.None), ("api_keys:manage", Grants.None)),
            }),
        ],
        People =
        [
            Person("alice.nguyen", "developer"),
            Person("ben.archer", "member"),
            Person("carla.mendes", "release-manager"),
            Person("dmitri.orlov", "developer", projects: [Limit("claims-summary", role: "member")]),
            Person("eva.kovacs", "member", grants: Set(("deployments:manage", Grants.Allow))),
            Person("felix.braun", "member"),
            Person("gita.sharma", "developer"),
            Person("hugo.lefevre", "member", until: now.AddDays(3)),
            Person("irene.valentini", "member", suspended: true),
            Person("jack.morrison", "developer"),
            Person("keiko.mori", "member"),
            Person("louis.martin", "release-manager"),
            Person("mona.said", "member"),
            Person("nils.eriksson", "developer", until: Over(now)),
            Person("olga.lysenko", "member", projects: [Limit("claims-summary", role: "member")]),
            Person("pedro.ramos", "developer"),
            Person("rosa.jimenez", "member"),
            Person("stefan.bauer", "member"),
            Person("tara.osullivan", "developer"),
            Person("will.carter", "member"),
        ],
        Groups =
        [
            ("evaluation-crew", new GroupContent
            {
                Title = "Evaluation crew",
                Description = "Keeps evaluators and datasets in order.",
                Role = "member",
            }, ["ben.archer", "keiko.mori", "rosa.jimenez"]),
            ("prompt-deployers", new GroupContent
            {
                Title = "Prompt deployers",
                Description = "May deploy prompts of their own.",
                Grants = Set(("deployments:manage", Grants.Allow), ("environments:create", Grants.Allow)),
            }, ["felix.braun", "mona.said"]),
        ],
        Keys = [new CreateApiKey { Name = "Evaluation runner", Role = "member", ExpiresIn = TimeSpan.FromDays(60) }],
        Invited = [("quinn.baker", InvitationStatus.Pending), ("uma.patel", InvitationStatus.Declined)],
    };
}
