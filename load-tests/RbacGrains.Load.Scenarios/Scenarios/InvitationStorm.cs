using System.Globalization;

namespace RbacGrains.Load.Scenarios;

/// <summary>
/// New members, one after another, in all organizations: an admin invites, the invited person accepts, and is asked for at once. The organizations grow
/// meanwhile.
/// </summary>
internal sealed class InvitationStorm(LoadContext context)
{
    private Population _people = null!;
    private long _guests;

    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "invitation-storm", "An admin invites somebody, who accepts, and is then asked for.", (entry, context) => new InvitationStorm(context).Make(entry));

    private Scenario Make(ScenarioEntry entry) => entry.Of([new Step("invite", Invite), new Step("accept", Accept), new Step("check", Check)], Init);

    private async Task Init(int users, CancellationToken cancellationToken) => _people = await context.Population(ModelUse.Letta, cancellationToken);

    private async ValueTask<StepResult> Invite(VirtualUser user, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _guests);
        var guest = string.Create(CultureInfo.InvariantCulture, $"{_people.Name}-guest-{number}");
        var issued = await context.Grid.Organization(_people.Organization(number)).Invite(
            ChangeContext.By(_people.Owner(number)), new InviteMember { Email = Address(guest), Role = "editor" }, cancellationToken);
        user.Data = issued.Succeeded ? new Guest(guest, issued.Value) : null;
        return StepResult.Of(issued.Error?.Code);
    }

    private async ValueTask<StepResult> Accept(VirtualUser user, CancellationToken cancellationToken)
    {
        var (guest, issued) = (Guest)user.Data!;
        var accepted = await context.Grid.Invitation(issued.Invitation.Id).Accept(issued.Token, guest, Address(guest), cancellationToken);
        return StepResult.Of(accepted.Error?.Code);
    }

    private ValueTask<StepResult> Check(VirtualUser user, CancellationToken cancellationToken)
    {
        var (guest, issued) = (Guest)user.Data!;
        return Answers.Check(context.Grid, guest, issued.Invitation.Organization, "agents:create", true, cancellationToken);
    }

    private static string Address(string guest) => $"{guest}@example.com";

    private sealed record Guest(string User, IssuedInvitation Invitation);
}
