namespace RbacGrains.Crash.Tests;

/// <summary>Changes members that others change at the same time.</summary>
internal sealed class ContendedLoad(Round round, Random random)
{
    private static readonly string[] Roles = ["analyst", "editor", "admin"];

    private readonly Changes _changes = new(round.Ledger, random);

    /// <summary>One change; false when the program is dead.</summary>
    public async Task<bool> Step()
    {
        var user = $"contended-{round.Number}-{random.Next(3)}";
        var role = Roles[random.Next(Roles.Length)];
        var change = random.Next(2) == 0
            ? _changes.Put(Round.Main, user, role, _changes.SomeKey())
            : _changes.Patch(Round.Main, user, role, _changes.SomeKey());
        return await round.Ledger.Send(round.Api, change) is not null;
    }
}
