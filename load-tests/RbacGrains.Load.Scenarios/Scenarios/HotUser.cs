namespace RbacGrains.Load.Scenarios;

/// <summary>
/// One user, a member of every organization, whom all checks ask for, such as a program that acts everywhere: 99 checks for 1 change of their role in one
/// of the organizations, between analyst and editor. Checks ask only for what both or none of these may.
/// </summary>
internal sealed class HotUser(LoadContext context)
{
    private Population _people = null!;
    private string _user = "";

    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "hot-user", "One user is asked for by everybody, in all organizations: 99 checks for 1 change of their role.",
        (entry, context) => new HotUser(context).Make(entry));

    private Scenario Make(ScenarioEntry entry) =>
        entry.Of([new Step("check", Check) { Weight = 99 }, new Step("change", Change)], Init, StepOrder.OneByWeight);

    private async Task Init(int users, CancellationToken cancellationToken)
    {
        _people = await context.Population(ModelUse.Letta, cancellationToken);
        _user = $"{_people.Name}-{Entry.Name}";
        for (var number = 0; number < _people.Size.Organizations; number++)
            (await context.Grid.Organization(_people.Organization(number)).PutMember(
                ChangeContext.Service, _user, new MemberAssignment { Role = "analyst" }, cancellationToken)).Require();
    }

    private ValueTask<StepResult> Check(VirtualUser user, CancellationToken cancellationToken)
    {
        var organization = _people.Organization(user.Random.Next(_people.Size.Organizations));
        return user.Iteration % 2 == 0
            ? Answers.Check(context.Grid, _user, organization, "agents:read", true, cancellationToken)
            : Answers.Check(context.Grid, _user, organization, "billing:manage", false, cancellationToken);
    }

    private async ValueTask<StepResult> Change(VirtualUser user, CancellationToken cancellationToken)
    {
        var organization = context.Grid.Organization(_people.Organization(user.Random.Next(_people.Size.Organizations)));
        var changed = await organization.AssignRole(
            ChangeContext.Service, _user, user.Random.Next(2) == 0 ? "editor" : "analyst", cancellationToken);
        return StepResult.Of(changed.Error?.Code);
    }
}
