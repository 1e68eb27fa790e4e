namespace RbacGrains.Load.Scenarios;

/// <summary>Nothing but changes of roles, all over the organizations, each followed by a check that has to see it.</summary>
internal sealed class RoleChangeStorm(LoadContext context)
{
    private MovingMember[] _moving = [];

    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "role-change-storm", "Changes of roles in all organizations, each followed by a check that has to see it.",
        (entry, context) => new RoleChangeStorm(context).Make(entry));

    private Scenario Make(ScenarioEntry entry) => entry.Of(
        [
            new Step("change", (user, cancellationToken) => _moving[user.Number].Change(context.Grid, cancellationToken)),
            new Step("check", (user, cancellationToken) => _moving[user.Number].Check(context.Grid, cancellationToken)),
        ],
        Init);

    private async Task Init(int users, CancellationToken cancellationToken)
    {
        var people = await context.Population(ModelUse.Letta, cancellationToken);
        _moving = await MovingMember.Make(context.Grid, people, Entry.Name, users, people.Size.Organizations, cancellationToken);
    }
}
