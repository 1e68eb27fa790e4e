using System.Text;
using System.Text.Json;
using Spectre.Console;

namespace RbacGrains.LoadTests;

/// <summary>A table of results: on the terminal, and as JSON and Markdown in files.</summary>
/// <param name="Title">What was measured.</param>
/// <param name="Columns">The columns; the first one names the row.</param>
/// <param name="Rows">The cells.</param>
/// <param name="Notes">Sentences behind the table.</param>
internal sealed record Report(
    string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Notes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Shows it, and writes it to <c>name.md</c> and <c>name.json</c> in a folder when there is one.</summary>
    /// <param name="folder">The folder; null for the terminal alone.</param>
    /// <param name="name">The files' name.</param>
    /// <param name="figures">The figures, for programs.</param>
    public async Task Publish(string? folder, string name, object figures)
    {
        Show();
        if (folder is null) return;
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.md"), Markdown());
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), JsonSerializer.Serialize(figures, Json));
    }

    private void Show()
    {
        // Into a file or a pipe, nothing has to fit.
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = 160;
        var table = new Table().Title(Markup.Escape(Title));
        foreach (var (column, place) in Columns.Select((column, place) => (column, place)))
            table.AddColumn(new TableColumn(Markup.Escape(column)) { Alignment = place == 0 ? Justify.Left : Justify.Right });
        foreach (var row in Rows) table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
        foreach (var note in Notes) AnsiConsole.WriteLine(note);
    }

    private string Markdown()
    {
        var text = new StringBuilder($"### {Title}\n\n| ").AppendJoin(" | ", Columns)
            .Append(" |\n|").AppendJoin("|", Columns.Select((_, column) => column == 0 ? "---" : "---:")).Append("|\n");
        foreach (var row in Rows) text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        foreach (var note in Notes) text.Append('\n').Append(note).Append('\n');
        return text.ToString();
    }
}
