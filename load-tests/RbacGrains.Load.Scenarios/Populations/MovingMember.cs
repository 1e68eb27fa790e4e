using System.Globalization;

namespace RbacGrains.Load.Scenarios;

/// <summary>
/// A member of a Letta organization whose role changes, between analyst and editor. One virtual user changes it at a time, so that what it may do is known.
/// </summary>
internal sealed class MovingMember(string organization, string user)
{
    private const int AtOnce = 64;
    private const string Probe = "agents:create";

    private bool? _isEditor = false;

    /// <summary>The member.</summary>
    public string User { get; } = user;

    /// <summary>The organization.</summary>
    public string Organization { get; } = organization;

    /// <summary>Makes so many, spread over the first organizations of a population.</summary>
    public static async Task<MovingMember[]> Make(
        IGrid grid, Population population, string scenario, int count, int organizations, CancellationToken cancellationToken)
    {
        MovingMember[] members =
        [
            .. Enumerable.Range(0, count).Select(number => population.Organization(number % organizations)).Select((organization, number) =>
                new MovingMember(organization, string.Create(CultureInfo.InvariantCulture, $"{organization}-{scenario}-{number}"))),
        ];
        await Parallel.ForEachAsync(
            members,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (member, stop) => (await grid.Organization(member.Organization).PutMember(
                ChangeContext.Service, member.User, new MemberAssignment { Role = "analyst" }, stop)).Require());
        return members;
    }

    /// <summary>Gives the other role.</summary>
    public async ValueTask<StepResult> Change(IGrid grid, CancellationToken cancellationToken)
    {
        var becomesEditor = _isEditor != true;
        // Until it is acknowledged, either may be.
        _isEditor = null;
        var changed = await grid.Organization(Organization).AssignRole(
            ChangeContext.Service, User, becomesEditor ? "editor" : "analyst", cancellationToken);
        if (changed.Succeeded) _isEditor = becomesEditor;
        return StepResult.Of(changed.Error?.Code);
    }

    /// <summary>Asks for what only one of the two roles allows: the answer is that of the change that was acknowledged last.</summary>
    public async ValueTask<StepResult> Check(IGrid grid, CancellationToken cancellationToken)
    {
        var known = _isEditor;
        var answer = await grid.User(User).Check(Caller.Service, Organization, Probe, null, cancellationToken);
        return known is { } isEditor ? Answers.Judge(answer, isEditor) : StepResult.Of(answer.Error?.Code);
    }
}
