using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The options of every preview, and how it is asked for and printed: a row for each decision that turns.</summary>
internal sealed class PreviewOptions
{
    private static readonly ImmutableArray<string> Columns = ["user", "change", "action", "where", "when"];

    private readonly Option<string?> _ifMatch = new("--if-match")
    {
        Description = "Only if this is still the version (ETag) of what would be changed",
        HelpName = "version",
    };

    private readonly ListOptions _list = new();

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_ifMatch);
        _list.AddTo(command);
    }

    /// <summary>Asks for a preview and prints it.</summary>
    public Task<int> Print(Invocation invocation, string organization, string part, JsonObject change, CancellationToken cancellationToken)
    {
        var body = new JsonObject { [part] = change };
        var condition = new ChangeHeaders(null, null, ChangeOptions.AsTag(invocation.Get(_ifMatch)));
        return _list.Print(
            invocation,
            ApiPath.OfOrganization(organization, "preview"),
            path => new ServerRequest(HttpMethod.Post, path, body) { Change = condition },
            members => new Table(Columns, [.. members.SelectMany(Rows)]),
            cancellationToken);
    }

    private static IEnumerable<ImmutableArray<string>> Rows(JsonNode? member) =>
        Rows(member, "gains").Concat(Rows(member, "loses"));

    private static IEnumerable<ImmutableArray<string>> Rows(JsonNode? member, string change) =>
        ServerAnswer.Get<JsonArray>(member, change).Select(turn => ImmutableArray.Create(
            CellText.Of(member!["user"]), change, Text(turn, "action"), Where(turn), Text(turn, "condition")));

    private static string Where(JsonNode? turn)
    {
        var project = Text(turn, "project");
        var place = project.Length == 0 ? "everywhere" : project == "*" ? "all other projects" : project;
        var except = (turn as JsonObject)?["except"] as JsonArray ?? [];
        return except.Count == 0 ? place : $"{place} but {string.Join(", ", except.Select(CellText.Of))}";
    }

    private static string Text(JsonNode? turn, string property) => CellText.Of((turn as JsonObject)?[property]);
}
