using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The options that say all that a group is to be.</summary>
internal sealed class GroupOptions : IContentOptions
{
    private readonly Option<string> _title = new("--title") { Description = "Its name as people write it", HelpName = "text", Required = true };
    private readonly Option<string?> _description = new("--description") { Description = "What it is for", HelpName = "text" };

    private readonly Option<string?> _role = new("--role")
    {
        Description = "The role that its members hold through it; none when not given",
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    private readonly GrantOptions _grants = new();

    /// <inheritdoc/>
    public void AddTo(Command command)
    {
        command.Add(_title);
        command.Add(_description);
        command.Add(_role);
        _grants.AddTo(command);
    }

    /// <inheritdoc/>
    public JsonObject Body(ParseResult parsed)
    {
        var body = new JsonObject { ["title"] = parsed.GetValue(_title) };
        if (parsed.GetValue(_description) is { } description) body["description"] = description;
        if (parsed.GetValue(_role) is { } role) body["role"] = role;
        _grants.WriteTo(body, parsed);
        return body;
    }
}
