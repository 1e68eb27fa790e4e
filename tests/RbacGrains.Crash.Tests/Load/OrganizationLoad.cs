namespace RbacGrains.Crash.Tests;

/// <summary>Creates organizations.</summary>
internal sealed class OrganizationLoad(Round round, Random random)
{
    private readonly Changes _changes = new(round.Ledger, random);
    private int _made;

    /// <summary>One organization; false when the program is dead.</summary>
    public async Task<bool> Step() =>
        await round.Ledger.Send(round.Api, _changes.Create($"made-{round.Number}-{_made++}", "agent-studio")) is not null;
}
