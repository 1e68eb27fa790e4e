namespace RbacGrains.Load.Scenarios;

/// <summary>Everything in one organization: 90 checks of its members, 8 changes of roles, 2 pages of its list. Its actor takes part in every change.</summary>
internal sealed class HotOrganization(LoadContext context)
{
    private const int PageSize = 50;

    private Population _people = null!;
    private MovingMember[] _moving = [];

    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "hot-organization", "One organization takes it all: 90 checks, 8 changes of roles, 2 pages of its members.",
        (entry, context) => new HotOrganization(context).Make(entry));

    private Scenario Make(ScenarioEntry entry) => entry.Of(
        [new Step("check", Check) { Weight = 90 }, new Step("change", Change) { Weight = 8 }, new Step("page", Page) { Weight = 2 }],
        Init,
        StepOrder.OneByWeight);

    private async Task Init(int users, CancellationToken cancellationToken)
    {
        _people = await context.Population(ModelUse.Letta, cancellationToken);
        _moving = await MovingMember.Make(context.Grid, _people, Entry.Name, users, 1, cancellationToken);
    }

    private ValueTask<StepResult> Check(VirtualUser user, CancellationToken cancellationToken)
    {
        var (organization, member, kind) = _people.AnyIn(user, 0);
        var question = LettaQuestions.Any(user);
        return Answers.Check(context.Grid, member, organization, question.Action, question.IsAllowedTo(kind), cancellationToken);
    }

    private async ValueTask<StepResult> Change(VirtualUser user, CancellationToken cancellationToken)
    {
        var changed = await _moving[user.Number].Change(context.Grid, cancellationToken);
        return changed.Error is null ? await _moving[user.Number].Check(context.Grid, cancellationToken) : changed;
    }

    private async ValueTask<StepResult> Page(VirtualUser user, CancellationToken cancellationToken)
    {
        var page = await context.Grid.Organization(_people.Organization(0))
            .ListMembers(Caller.Service, new MemberFilter(), new PageRequest(PageSize), cancellationToken);
        // The owner, the members, and those that move.
        var least = Math.Min(PageSize, _people.Size.Members + 1);
        return page.Succeeded ? Answers.Judge(page.Value.Items.Length >= least) : StepResult.Of(page.Error.Code);
    }
}
