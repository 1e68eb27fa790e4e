using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Explanations;

/// <summary>A model in which everything that can decide comes up once.</summary>
internal static class Studio
{
    public static readonly DateTimeOffset Now = new(2026, 6, 19, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An organization on a plan, judging by the model.</summary>
    public static Policy On(string plan) => new(Model(), plan, version: 3);

    /// <summary>Grants as they are written in the tables: <c>knowledge=edit, agents:read=allow</c>.</summary>
    public static Grants Grants(string text) => RbacGrains.Model.Grants.Of(text
        .Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .Select(pair => KeyValuePair.Create(pair[0], pair[1])));

    public static Explanation Explain(string plan, Access? access, string action, string? project = null)
    {
        var policy = On(plan);
        var handle = policy.Model.Actions.Resolve(action);
        var explanation = Explainer.Explain(policy, access, handle, project, new StoppedClock(Now));
        Assert.Equal(Evaluator.Decide(policy, access, handle, project, new StoppedClock(Now)), explanation.Decision);
        return explanation;
    }

    private static AuthorizationModel Model()
    {
        Area[] areas =
        [
            Area("knowledge", "faqs", "sources"),
            Area("account"),
            Area("messaging", "chat") with
            {
                SubAreas = [new Area("messaging/chat", "Chat", "", "messaging", ["messaging/widget-settings"], [])],
            },
        ];
        string[] verbs = ["view", "modify"];
        var table = new AreaTable(areas);
        AccessLevel[] levels = [new("none", "None", "", []), new("read", "Read", "", ["view"]), new("edit", "Edit", "", [.. verbs])];
        var actions = new ActionTable(
            ["agents:read", "agents:create", "assistant:use", .. table.All.SelectMany(area => verbs.Select(verb => $"{area.Id}:{verb}"))],
            verbs.Select(verb => KeyValuePair.Create($"messaging/widget-settings:{verb}", $"messaging/chat:{verb}")));
        return new AuthorizationModel
        {
            Name = "studio",
            Version = 1,
            Title = "Studio",
            Plans = [new Plan("free", "Free"), new Plan("team", "Team"), new Plan("enterprise", "Enterprise")],
            Levels = [.. levels],
            Areas = [.. areas],
            Resources = [new Resource("agents", ["read", "create"]), new Resource("assistant", ["use"])],
            AreaTable = table,
            Actions = actions,
            LevelTable = new LevelTable([.. levels], table, actions),
            Roles =
            [
                Role("admin", "") with { IsAdmin = true },
                Role("superuser", "") with { IsAdmin = true, Plans = ["enterprise"] },
                Role("editor", "agents:read=allow, agents:create=allow, assistant:use=allow"),
                Role("analyst", "agents:read=allow"),
                Role("reviewer", "knowledge=read, knowledge/faqs=edit"),
                Role("developer", "agents:create=allow") with { Plans = ["team", "enterprise"] },
                Role("member", ""),
            ],
            Gates = [new Gate("assistant", "Assistant", ["assistant:use"], ["team", "enterprise"], ["admin", "superuser"])],
        };
    }

    private static Area Area(string id, params string[] subAreas) =>
        new(id, id, "", null, [], [.. subAreas.Select(sub => new Area($"{id}/{sub}", sub, "", id, [], []))]);

    private static Role Role(string id, string grants) => new() { Id = id, Title = id, Grants = Grants(grants) };
}
