namespace RbacGrains.Crash.Tests;

/// <summary>Invites people, and has them and the inviter do everything that may follow, also at the same time.</summary>
internal sealed class InvitationLoad(Round round, Random random, int task)
{
    private readonly Changes _changes = new(round.Ledger, random);
    private int _guests;

    /// <summary>One invitation and its fate; false when the program is dead.</summary>
    public async Task<bool> Step()
    {
        var guest = $"guest-{round.Number}-{task}-{_guests++}";
        var address = $"{guest}@crash.test";
        var invite = _changes.Invite(Round.Main, address, random.Next(2) == 0 ? "analyst" : "editor", _changes.SomeKey());
        if (await round.Ledger.Send(round.Api, invite) is not { } sent) return false;
        Assert.True(invite.IsAcknowledged, $"{invite} was answered with {sent}");
        var (id, token) = (sent.Json.Text("id")!, sent.Json.Text("token")!);
        invite.Target = id;
        if (random.Next(4) == 0)
        {
            if (await round.Ledger.Send(round.Api, _changes.Resend(Round.Main, id)) is not { } resent) return false;
            token = resent.Json.Text("token")!;
        }

        var accept = _changes.Accept(Round.Main, id, token, guest, address);
        return await Send(random.Next(6) switch
        {
            0 => [_changes.Revoke(Round.Main, id)],
            1 => [_changes.Decline(Round.Main, id, token, guest, address)],
            2 => [accept, _changes.Revoke(Round.Main, id)],
            3 => [accept, _changes.Accept(Round.Main, id, token, $"{guest}-too", address)],
            _ => [accept],
        });
    }

    private async Task<bool> Send(Change[] changes) =>
        !(await Task.WhenAll(changes.Select(change => round.Ledger.Send(round.Api, change)))).Contains(null);
}
