using RbacGrains.Model.Tests.Pages;

namespace RbacGrains.Samples.Letta.Tests;

/// <summary>The page's table, read from its text: which role has which row.</summary>
internal static class RoleTable
{
    public static IReadOnlyList<string> Roles { get; } = [.. Cells(Lines()[0]).Skip(1).Select(title => title.ToLowerInvariant())];

    public static IReadOnlyList<string> Rows { get; } = [.. Lines().Skip(2).Select(line => Cells(line)[0])];

    public static bool Has(string role, string row)
    {
        var column = Roles.Index().Single(candidate => candidate.Item == role).Index + 1;
        return Cells(Lines().Single(line => Cells(line)[0] == row))[column] == "✓";
    }

    private static string[] Lines() => LettaPage.Table.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Cells(string line) => [.. line.Split('|')[1..^1].Select(cell => cell.Trim())];
}
