namespace RbacGrains.Crash.Tests;

/// <summary>Adds, changes and removes members that nobody else touches.</summary>
internal sealed class MemberLoad(Round round, Random random, int task)
{
    private static readonly string[] Roles = ["analyst", "editor", "admin"];

    private readonly Changes _changes = new(round.Ledger, random);
    private readonly Dictionary<string, long> _versions = [];

    /// <summary>One change; false when the program is dead.</summary>
    public async Task<bool> Step()
    {
        var user = $"member-{round.Number}-{task}-{random.Next(40)}";
        var role = Roles[random.Next(Roles.Length)];
        var isMember = _versions.TryGetValue(user, out var version);
        var key = _changes.SomeKey();
        var change = (isMember, random.Next(4)) switch
        {
            (false, _) => _changes.Put(Round.Main, user, role, key),
            (true, 0) => _changes.Remove(Round.Main, user, key),
            (true, 1) => _changes.Put(Round.Main, user, role, key),
            _ => _changes.Patch(Round.Main, user, role, key),
        };
        // A removal answers with nothing; it is the next write of the user. Said before it is sent: of two that are sent one may be answered,
        // and the program be dead for the other.
        if (change.Removes) change.Version = version + 1;
        var answer = key is null
            ? await round.Ledger.Send(round.Api, change)
            : await round.Ledger.SendTwice(round.Api, change);
        if (answer is null) return false;
        Assert.True(change.IsAcknowledged, $"{change} was answered with {answer}");
        if (change.Removes) _versions.Remove(user);
        else _versions[user] = change.Version;
        return true;
    }
}
