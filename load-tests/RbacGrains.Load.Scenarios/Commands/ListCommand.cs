using System.CommandLine;
using Spectre.Console;

namespace RbacGrains.Load.Scenarios;

/// <summary><c>list</c>: what there is to run.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(IReadOnlyList<TargetKind> targets)
    {
        var command = new Command("list", "Lists scenarios, targets and load shapes.");
        command.SetAction(_ =>
        {
            var output = AnsiConsole.Console;
            if (Console.IsOutputRedirected) output.Profile.Width = 160;
            output.Write(Rows("scenario", ScenarioCatalog.Entries.Select(entry => (entry.Name, entry.Description))));
            output.Write(Rows("target", targets.Select(target => (target.Name, target.Description))));
            output.WriteLine($"Load shapes: {ShapeText.Forms}.");
            return 0;
        });
        return command;
    }

    private static Table Rows(string what, IEnumerable<(string Name, string Description)> rows)
    {
        var table = new Table().AddColumn(what).AddColumn("");
        foreach (var (name, description) in rows) table.AddRow(Markup.Escape(name), Markup.Escape(description));
        return table;
    }
}
