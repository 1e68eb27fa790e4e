using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The options that say what of a member's assignment is to change.</summary>
internal sealed class MemberUpdateOptions : IContentOptions
{
    private readonly MemberSetOptions _settings = new();
    private readonly RemovalOptions _removals = new();

    /// <inheritdoc/>
    public void AddTo(Command command)
    {
        _settings.AddTo(command);
        _removals.AddTo(command);
    }

    /// <summary>The merge patch that they say.</summary>
    /// <exception cref="CliException">They say nothing.</exception>
    public JsonObject Body(ParseResult parsed)
    {
        var body = _settings.Body(parsed);
        _removals.WriteTo(body, parsed);
        return body.Count > 0 ? body : throw CliErrors.Usage("There is nothing to change. 'rbac member update --help' lists what can be.");
    }
}
