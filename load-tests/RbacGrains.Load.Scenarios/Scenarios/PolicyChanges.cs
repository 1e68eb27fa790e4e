namespace RbacGrains.Load.Scenarios;

/// <summary>
/// Changes of what concerns every member of one organization, its plan and its settings in turns, each followed by a check of any member, which must not be
/// judged by an older policy. The organization has as many members as <c>--members</c> says.
/// </summary>
internal sealed class PolicyChanges(LoadContext context)
{
    private Population _people = null!;
    private long[] _acknowledged = [];

    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "policy-changes", "Changes of plan and settings of one organization of --members, each followed by a check of any member.",
        (entry, context) => new PolicyChanges(context).Make(entry));

    private Scenario Make(ScenarioEntry entry) => entry.Of([new Step("change", Change), new Step("check", Check)], Init);

    private async Task Init(int users, CancellationToken cancellationToken)
    {
        _people = await context.Population(ModelUse.Letta, cancellationToken);
        _acknowledged = new long[users];
    }

    private async ValueTask<StepResult> Change(VirtualUser user, CancellationToken cancellationToken)
    {
        var command = (user.Iteration % 4) switch
        {
            0 => new UpdateOrganization(Plan: "free"),
            2 => new UpdateOrganization(Plan: "enterprise"),
            _ => new UpdateOrganization(Settings: new OrganizationSettings { InvitationDays = 1 + user.Random.Next(90) }),
        };
        var changed = await context.Grid.Organization(_people.Organization(0)).Update(ChangeContext.Service, command, cancellationToken);
        if (changed.Succeeded) _acknowledged[user.Number] = changed.Value.PolicyVersion;
        return StepResult.Of(changed.Error?.Code);
    }

    private async ValueTask<StepResult> Check(VirtualUser user, CancellationToken cancellationToken)
    {
        var (organization, member, _) = _people.AnyIn(user, 0);
        var answer = await context.Grid.User(member).Check(Caller.Service, organization, "agents:read", null, cancellationToken);
        return answer.Succeeded
            ? Answers.Judge(answer.Value.Allowed && answer.Value.PolicyVersion >= _acknowledged[user.Number])
            : StepResult.Of(answer.Error.Code);
    }
}
