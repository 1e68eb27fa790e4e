using System.Collections.Immutable;
using System.Globalization;

namespace RbacGrains.Load.Scenarios;

/// <summary>
/// A product's day: the checks of its people's work, by weight, and around them what every product does. Of 100 operations 4 read what somebody
/// holds, for an interface that hides what they may not use; 2 are a page of members for an admin; 1 changes what a member has; 1 invites somebody, who accepts.
/// The remaining 92 are the product's own.
/// </summary>
internal sealed class ProductDay(LoadContext context, ScenarioEntry entry, ModelUse use)
{
    private const int AtOnce = 64;
    private const int PageSize = 50;

    private Population _people = null!;
    private long _guests;

    /// <summary>The organizations and members.</summary>
    public Population People => _people;

    /// <summary>A patch and its counterpart, which a member of a virtual user's own gets in turns.</summary>
    public required (MemberPatch One, MemberPatch Other) Changes { get; init; }

    /// <summary>What is allowed after the first change and denied after the other.</summary>
    public required string Probe { get; init; }

    /// <summary>Makes the scenario.</summary>
    /// <param name="own">The product's own checks.</param>
    /// <param name="further">The product's own other steps.</param>
    public Scenario Make(IEnumerable<DayStep> own, params IEnumerable<Step> further) => entry.Of(
        [
            .. own.Select(step => new Step(step.Name, (user, cancellationToken) => Check(step.Question, user, cancellationToken)) { Weight = step.Weight }),
            .. further,
            new Step("what they hold", Permissions) { Weight = 4 },
            new Step("page of members", Page) { Weight = 2 },
            new Step("change a member", Change),
            new Step("invite and accept", Invite),
        ],
        Init,
        StepOrder.OneByWeight);

    private async Task Init(int users, CancellationToken cancellationToken)
    {
        _people = await context.Population(use, cancellationToken);
        await Parallel.ForAsync(
            0, users, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (number, stop) =>
            {
                var own = context.Grid.Organization(_people.Organization(number));
                (await own.PutMember(ChangeContext.Service, Own(number), use.Kinds[0], stop)).Require();
                (await own.PatchMember(ChangeContext.Service, Own(number), Changes.Other, stop)).Require();
            });
    }

    private ValueTask<StepResult> Check(Question question, VirtualUser user, CancellationToken cancellationToken)
    {
        var (organization, member, kind) = _people.Any(user);
        return Answers.Check(context.Grid, member, organization, question.Action, question.IsAllowedTo(kind), cancellationToken);
    }

    private async ValueTask<StepResult> Permissions(VirtualUser user, CancellationToken cancellationToken)
    {
        var (organization, member, kind) = _people.Any(user);
        var held = await context.Grid.Organization(organization).GetPermissions(new Caller(member), member, null, cancellationToken);
        return held.Succeeded ? Answers.Judge(held.Value.Role == use.Kinds[kind].Role) : StepResult.Of(held.Error.Code);
    }

    private async ValueTask<StepResult> Page(VirtualUser user, CancellationToken cancellationToken)
    {
        var number = user.Random.Next(_people.Size.Organizations);
        var page = await context.Grid.Organization(_people.Organization(number)).ListMembers(
            new Caller(_people.Owner(number)), new MemberFilter(), new PageRequest(PageSize), cancellationToken);
        return page.Succeeded
            ? Answers.Judge(page.Value.Items.Length >= Math.Min(PageSize, _people.Size.Members + 1))
            : StepResult.Of(page.Error.Code);
    }

    // There and back, so that whoever begins anew finds the member as the last one left it.
    private async ValueTask<StepResult> Change(VirtualUser user, CancellationToken cancellationToken)
    {
        var (organization, member) = (_people.Organization(user.Number), Own(user.Number));
        foreach (var (patch, isAllowed) in ImmutableArray.Create((Changes.One, true), (Changes.Other, false)))
        {
            var changed = await context.Grid.Organization(organization).PatchMember(
                ChangeContext.By(_people.Owner(user.Number)), member, patch, cancellationToken);
            if (!changed.Succeeded) return StepResult.Of(changed.Error.Code);
            var seen = await Answers.Check(context.Grid, member, organization, Probe, isAllowed, cancellationToken);
            if (seen.Error is not null) return seen;
        }
        return StepResult.Ok;
    }

    private async ValueTask<StepResult> Invite(VirtualUser user, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _guests);
        var guest = string.Create(CultureInfo.InvariantCulture, $"{_people.Name}-day-guest-{number}");
        var kind = use.Kinds[0];
        var issued = await context.Grid.Organization(_people.Organization(number)).Invite(
            ChangeContext.By(_people.Owner(number)),
            new InviteMember { Email = $"{guest}@example.com", Role = kind.Role, Preset = kind.Preset },
            cancellationToken);
        if (!issued.Succeeded) return StepResult.Of(issued.Error.Code);
        var accepted = await context.Grid.Invitation(issued.Value.Invitation.Id)
            .Accept(issued.Value.Token, guest, $"{guest}@example.com", cancellationToken);
        return StepResult.Of(accepted.Error?.Code);
    }

    private string Own(int number) => string.Create(CultureInfo.InvariantCulture, $"{_people.Name}-day-{number}");
}
