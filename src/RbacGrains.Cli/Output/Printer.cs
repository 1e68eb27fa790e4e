using System.Text.Json.Nodes;
using Spectre.Console;

namespace RbacGrains.Cli;

/// <summary>Prints answers: with lines and colours on a terminal, otherwise plain and separated by tabs.</summary>
internal sealed class Printer(CliHost host)
{
    private readonly Lazy<IAnsiConsole> _console = new(() =>
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Out) });
        console.Profile.Width = host.Width ?? console.Profile.Width;
        return console;
    });

    /// <summary>Prints a line as it is.</summary>
    public void Line(string text) => host.Out.WriteLine(text);

    /// <summary>Prints text that ends its own lines.</summary>
    public void Text(string text) => host.Out.Write(text);

    /// <summary>Says something that is not part of the answer.</summary>
    public void Note(string text) => host.Error.WriteLine(text);

    /// <summary>Prints JSON as the server sent it.</summary>
    public void Json(string text) => host.Out.WriteLine(text.TrimEnd('\n'));

    /// <summary>Prints JSON of our own.</summary>
    public void Json(JsonNode json) => Json(JsonText.Of(json));

    /// <summary>Prints a line, on a terminal in a colour.</summary>
    public void Verdict(bool good, string text)
    {
        if (host.IsTerminal) _console.Value.Write(new Text(text + "\n", new Style(good ? Color.Green : Color.Red)));
        else Line(text);
    }

    /// <summary>Prints a table.</summary>
    public void Table(Table table)
    {
        if (!host.IsTerminal)
        {
            Line(string.Join('\t', table.Headers));
            foreach (var row in table.Rows) Line(string.Join('\t', row));
            return;
        }

        var drawn = new Spectre.Console.Table { Border = TableBorder.Rounded };
        var columns = table.FilledColumns();
        foreach (var column in columns) drawn.AddColumn(new TableColumn(Bold(table.Headers[column])));
        foreach (var row in table.Rows) drawn.AddRow(columns.Select(column => new Text(row[column])));
        // What names a row is what people copy.
        drawn.Columns[0].NoWrap();
        _console.Value.Write(drawn);
    }

    /// <summary>Prints the properties of an object, one a line.</summary>
    public void Properties(IEnumerable<KeyValuePair<string, JsonNode?>> properties)
    {
        if (!host.IsTerminal)
        {
            foreach (var (name, value) in properties) Line($"{CellText.Visible(name)}\t{CellText.Of(value)}");
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var (name, value) in properties)
            grid.AddRow(Bold(CellText.Visible(name)), new Text(CellText.Of(value)));
        _console.Value.Write(grid);
    }

    private static Text Bold(string text) => new(text, new Style(decoration: Decoration.Bold));
}
