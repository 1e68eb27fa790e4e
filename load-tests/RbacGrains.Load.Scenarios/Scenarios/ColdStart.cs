namespace RbacGrains.Load.Scenarios;

/// <summary>
/// The first check of each user after the host was started anew: it reads the user from the store. It has no warm-up, and ends when every user was asked for
/// once, so it wants many of them. Over HTTP and on silo processes the code is cold, too.
/// </summary>
internal sealed class ColdStart(LoadContext context)
{
    private Population _people = null!;
    private long _asked = -1;

    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "cold-start", "Restarts the target, and asks once for every user; ends when all were asked for.", (entry, context) => new ColdStart(context).Make(entry))
    {
        NeedsRestart = true,
    };

    private Scenario Make(ScenarioEntry entry) => entry.Of([new Step("first check", Check)], Init) with { HasWarmUp = false };

    private async Task Init(int users, CancellationToken cancellationToken)
    {
        _people = await context.Population(ModelUse.Letta, cancellationToken);
        await context.Target.Restart(cancellationToken);
    }

    private ValueTask<StepResult> Check(VirtualUser user, CancellationToken cancellationToken)
    {
        var place = Interlocked.Increment(ref _asked);
        if (place >= _people.Size.Users) return new(StepResult.Finished);
        var (organization, number) = (place % _people.Size.Organizations, place / _people.Size.Organizations);
        var question = LettaQuestions.Any(user);
        return Answers.Check(
            context.Grid, _people.Member(organization, number), _people.Organization(organization), question.Action,
            question.IsAllowedTo(_people.KindOf(number)), cancellationToken);
    }
}
