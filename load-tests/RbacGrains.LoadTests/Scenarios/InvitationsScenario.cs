namespace RbacGrains.LoadTests;

/// <summary>An invitation, and its acceptance by a new member.</summary>
internal sealed class InvitationsScenario(World world) : IScenario
{
    // Not to meet the guests of other runs.
    private readonly string _run = Random.Shared.NextInt64().ToString("x", System.Globalization.CultureInfo.InvariantCulture);
    private long _guests;

    /// <inheritdoc/>
    public string Name => "invitations";

    /// <inheritdoc/>
    public async ValueTask<string?> Run(int worker, long number)
    {
        var guest = $"guest-{_run}-{Interlocked.Increment(ref _guests)}";
        var organization = world.Grid.Organization(world.Organization(worker + number));
        var issued = await organization.Invite(
            ChangeContext.Service, new InviteMember { Email = $"{guest}@example.com", Role = "analyst" }, CancellationToken.None);
        if (!issued.Succeeded) return issued.Error.Code;
        var accepted = await world.Grid.Invitation(issued.Value.Invitation.Id)
            .Accept(issued.Value.Token, guest, $"{guest}@example.com", CancellationToken.None);
        return accepted.Error?.Code;
    }
}
