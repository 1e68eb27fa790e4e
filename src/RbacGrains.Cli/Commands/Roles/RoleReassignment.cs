using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The option that says which role is given instead of one that is deleted.</summary>
/// <param name="description">To whom.</param>
internal sealed class RoleReassignment(string description) : IContentOptions
{
    private readonly Option<string?> _reassign = new("--reassign")
    {
        Description = description,
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    /// <inheritdoc/>
    public void AddTo(Command command) => command.Add(_reassign);

    /// <summary>The role; null when none is given.</summary>
    public string? Read(ParseResult parsed) => parsed.GetValue(_reassign);

    /// <inheritdoc/>
    public JsonObject Body(ParseResult parsed) => Read(parsed) is { } instead ? new() { ["reassign"] = instead } : [];
}
