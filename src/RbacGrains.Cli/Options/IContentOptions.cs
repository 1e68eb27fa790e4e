using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>Options that say what something is to be: sent as a change, or as the preview of one.</summary>
internal interface IContentOptions
{
    /// <summary>Gives them to a command.</summary>
    void AddTo(Command command);

    /// <summary>What they say.</summary>
    /// <exception cref="CliException">They do not say it well.</exception>
    JsonObject Body(ParseResult parsed);
}
