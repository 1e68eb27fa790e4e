namespace RbacGrains.Load.Scenarios;

/// <summary>
/// What an application does to a permission service: 99 checks of any member of any organization, allowed and denied ones, for 1 change of a role. Each virtual
/// user changes a member of its own, and one in ten of its checks asks for that one, which has to be what was acknowledged last.
/// </summary>
internal sealed class CheckHeavy(LoadContext context)
{
    private const int OwnEvery = 10;

    private Population _people = null!;
    private MovingMember[] _moving = [];

    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "check-heavy", "99 checks of any member of any organization for 1 change of a role.", (entry, context) => new CheckHeavy(context).Make(entry));

    private Scenario Make(ScenarioEntry entry) =>
        entry.Of([new Step("check", Check) { Weight = 99 }, new Step("change", Change)], Init, StepOrder.OneByWeight);

    private async Task Init(int users, CancellationToken cancellationToken)
    {
        _people = await context.Population(ModelUse.Letta, cancellationToken);
        _moving = await MovingMember.Make(context.Grid, _people, Entry.Name, users, _people.Size.Organizations, cancellationToken);
    }

    private ValueTask<StepResult> Check(VirtualUser user, CancellationToken cancellationToken)
    {
        if (user.Iteration % OwnEvery == 0) return _moving[user.Number].Check(context.Grid, cancellationToken);
        var (organization, member, kind) = _people.Any(user);
        var question = LettaQuestions.Any(user);
        return Answers.Check(context.Grid, member, organization, question.Action, question.IsAllowedTo(kind), cancellationToken);
    }

    private ValueTask<StepResult> Change(VirtualUser user, CancellationToken cancellationToken) =>
        _moving[user.Number].Change(context.Grid, cancellationToken);
}
