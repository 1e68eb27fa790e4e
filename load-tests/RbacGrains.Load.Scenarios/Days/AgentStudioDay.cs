using System.Collections.Immutable;

namespace RbacGrains.Load.Scenarios;

/// <summary>
/// A day in the life of Agent Studio, whose members have the four common configurations: read-only reviewer, knowledge editor, full developer, operations
/// manager, and admin, in this order of bits. Of 100 operations 25 open a page, for which all 13 areas of the navigation are asked for in one batch; 22 look at
/// conversations (everybody may); 18 change an FAQ, 8 a flow, 6 an environment, 6 a phone number and 4 the account, each allowed to whom the page's table
/// says; 3 use Studio Assistant (admins on enterprise). The remaining 8 are those of <see cref="ProductDay"/>, whose change is one of the permission grid.
/// </summary>
internal static class AgentStudioDay
{
    // Who sees which area of the navigation.
    private static readonly ImmutableArray<Question> Navigation =
    [
        new("analytics:view", 0b11111), new("behavior:view", 0b11111), new("knowledge:view", 0b11111), new("flows:view", 0b10100), new("tools:view", 0b10100),
        new("testing:view", 0b10000), new("real-time-config:view", 0b10000), new("voice:view", 0b11111), new("messaging:view", 0b11111),
        new("integrations:view", 0b10100), new("deployments:view", 0b11101), new("widgets:view", 0b10000), new("account:view", 0b11101),
    ];

    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "agent-studio-day", "A day in the life of Agent Studio: the navigation's 13 areas in a batch, edits by area, changes of the permission grid.", Make);

    private static Scenario Make(ScenarioEntry entry, LoadContext context)
    {
        var day = new ProductDay(context, entry, ModelUse.AgentStudio)
        {
            Changes = (Knowledge("edit"), Knowledge("read")),
            Probe = "knowledge/faqs:modify",
        };
        return day.Make(
            [
                new("look at conversations", 22, new Question("analytics/conversations:view", 0b11111)),
                new("change an FAQ", 18, new Question("knowledge/faqs:modify", 0b10110)),
                new("change a flow", 8, new Question("flows:modify", 0b10100)),
                new("change an environment", 6, new Question("deployments/environments:modify", 0b11100)),
                new("change a phone number", 6, new Question("voice/numbers:modify", 0b10100)),
                new("change the account", 4, new Question("account:modify", 0b11000)),
                new("use Studio Assistant", 3, new Question("studio_assistant:use", 0b10000)),
            ],
            new Step("open a page", (user, cancellationToken) => OpenPage(context, day.People, user, cancellationToken)) { Weight = 25 });
    }

    private static async ValueTask<StepResult> OpenPage(LoadContext context, Population people, VirtualUser user, CancellationToken cancellationToken)
    {
        var (organization, member, kind) = people.Any(user);
        var answers = await context.Grid.User(member).CheckMany(
            Caller.Service, [.. Navigation.Select(area => new CheckRequest(organization, area.Action, null))], cancellationToken);
        for (var area = 0; area < answers.Length; area++)
            if (Answers.Judge(answers[area], Navigation[area].IsAllowedTo(kind)) is { Error: not null } wrong)
                return wrong;
        return Answers.Judge(answers.Length == Navigation.Length);
    }

    private static MemberPatch Knowledge(string level) =>
        new() { Grants = ImmutableSortedDictionary<string, string?>.Empty.Add("knowledge", level) };
}
