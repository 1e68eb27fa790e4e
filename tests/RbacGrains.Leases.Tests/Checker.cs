namespace RbacGrains.Leases.Tests;

/// <summary>A client that checks without pause, and compares each answer with what was acknowledged before it asked.</summary>
internal static class Checker
{
    public const string Key = "a-root-key-for-lease-tests";
    public const string Organization = "acme";
    public const string Action = "agents:create";

    public static async Task<int> Run(Uri address, string boardPath, int number)
    {
        using var board = new Board(boardPath);
        using var http = new HttpClient { BaseAddress = address };
        await using var grid = new LeasedGrid(new NoGrid(), new HttpLeaseSource(http, Key));
        var counts = new long[3];
        for (var round = 0; board.Count(number, Board.Column.Stop) == 0; round++)
        {
            var user = round % Board.Users;
            var before = board.Acknowledged(user);
            var decided = await grid.Check(Board.User(user), Organization, Action);
            var column = !decided.Succeeded ? Board.Column.Refused
                : IsStale(decided.Value, before) ? Board.Column.Stale
                : Board.Column.Decided;
            if (column == Board.Column.Stale) await Console.Error.WriteLineAsync($"{Board.User(user)}: {decided.Value} after {before}");
            board.Count(number, column, ++counts[(int)column]);
            // Both cores belong to others, too.
            if (round % 4096 == 0 || column == Board.Column.Refused) await Task.Delay(1);
        }
        return 0;
    }

    private static bool IsStale(Decision decision, (long Version, bool Allows) before) =>
        decision.AccessVersion < before.Version || (decision.AccessVersion == before.Version && decision.Allowed != before.Allows);

    /// <summary>Nothing is asked of a grid: what leases do not answer is no answer.</summary>
    private sealed class NoGrid : IGrid
    {
        public ITenants Tenants => throw new NotSupportedException();

        public IOrganization Organization(string id) => throw new NotSupportedException();

        public IUser User(string id) => throw new NotSupportedException();

        public IInvitation Invitation(string id) => throw new NotSupportedException();
    }
}
