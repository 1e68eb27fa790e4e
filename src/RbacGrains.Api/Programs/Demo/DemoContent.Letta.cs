using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

internal sealed partial record DemoContent
{
    private static DemoContent Letta(DateTimeOffset now) => new()
    {
        Roles =
        [
            ("support", new RoleContent
            {
                Title = "Support",
                Description = "Looks after agents for customers: corrects them, but makes none and takes none away.",
                BasedOn = "analyst",
                Grants = Set(("agents:update", Grants.Allow), ("data_sources:update", Grants.Allow)),
            }),
        ],
        People =
        [
            Person("olivia.bennett", "editor"),
            Person("marco.ricci", "support"),
            Person("fatima.zahra", "analyst", grants: Set(("templates:create", Grants.Allow), ("templates:update", Grants.Allow))),
            Person("henrik.nilsen", "editor", projects: [Limit("billing-bot", role: "analyst")]),
            Person("chloe.dubois", "analyst"),
            Person("arjun.mehta", "editor"),
            Person("isabel.torres", "support"),
            Person("liam.oconnor", "analyst", until: now.AddDays(12)),
            Person("naomi.sato", "editor"),
            Person("george.papas", "analyst", suspended: true),
            Person("amelie.roux", "support", projects: [Limit("travel-helper", role: "analyst")]),
            Person("david.kim", "editor"),
            Person("leila.karimi", "analyst"),
            Person("bruno.silva", "editor", until: Over(now)),
            Person("sarah.goldberg", "analyst", grants: Set(("api_keys:read", Grants.Allow))),
            Person("jonas.weber", "editor"),
            Person("thandi.nkosi", "support"),
            Person("viktor.horvat", "analyst"),
            Person("camila.rojas", "editor", suspended: true),
            Person("ethan.walker", "analyst"),
            Person("anya.volkova", "editor", projects: [Limit("billing-bot", role: "analyst"), Limit("travel-helper", role: "editor")]),
            Person("mateo.garcia", "analyst"),
        ],
        Groups =
        [
            ("agent-builders", new GroupContent
            {
                Title = "Agent builders",
                Description = "Build agents beside what else they do.",
                Grants = Set(("agents:create", Grants.Allow), ("agents:update", Grants.Allow), ("tools:create", Grants.Allow)),
            }, ["fatima.zahra", "leila.karimi", "viktor.horvat"]),
            ("support-desk", new GroupContent
            {
                Title = "Support desk",
                Description = "Everybody who answers customers.",
                Role = "support",
            }, ["chloe.dubois", "ethan.walker", "mateo.garcia"]),
        ],
        Keys =
        [
            new CreateApiKey { Name = "Release pipeline", Role = "editor", ExpiresIn = TimeSpan.FromDays(30) },
            new CreateApiKey { Name = "Usage report", Role = "analyst" },
        ],
        Invited =
        [
            ("julia.nowak", InvitationStatus.Pending), ("omar.farouk", InvitationStatus.Pending), ("tim.becker", InvitationStatus.Declined),
        ],
    };
}
