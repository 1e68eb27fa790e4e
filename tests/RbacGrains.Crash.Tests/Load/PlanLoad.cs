namespace RbacGrains.Crash.Tests;

/// <summary>Moves an organization between plans, back and forth, with members on whom that bears.</summary>
internal sealed class PlanLoad(Round round, Random random)
{
    private const int Members = 12;
    private const string Everybody = """{"member":"admin","developer":"admin"}""";

    private readonly Changes _changes = new(round.Ledger, random);
    private bool _begun;

    /// <summary>Gives the members roles that the small plan does not offer, moves to it, and back; false when the program is dead.</summary>
    public async Task<bool> Step()
    {
        if (!_begun && await round.Ledger.Send(round.Api, _changes.Create(round.Moving, "humanloop")) is null) return false;
        _begun = true;
        var given = await Task.WhenAll(Enumerable.Range(0, Members).Select(member => round.Ledger.Send(
            round.Api, _changes.Put(round.Moving, $"mover-{member}", random.Next(2) == 0 ? "member" : "developer", _changes.SomeKey()))));
        if (given.Contains(null)) return false;
        // While it moves, some of them are being changed, too: before it, after it, or refused.
        var move = round.Ledger.Send(round.Api, _changes.Plan(round.Moving, "free", Everybody, _changes.SomeKey()));
        var meanwhile = Enumerable.Range(0, 3).Select(member =>
            round.Ledger.Send(round.Api, _changes.Patch(round.Moving, $"mover-{member}", "developer")));
        if ((await Task.WhenAll(meanwhile.Append(move))).Contains(null)) return false;
        return await round.Ledger.Send(round.Api, _changes.Plan(round.Moving, "enterprise", "{}", _changes.SomeKey())) is not null;
    }
}
