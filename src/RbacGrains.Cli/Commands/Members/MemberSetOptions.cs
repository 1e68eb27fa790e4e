using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The options that say all that a member is to be assigned.</summary>
internal sealed class MemberSetOptions : IContentOptions
{
    private readonly AssignmentOptions _assignment = new();
    private readonly ProjectOptions _projects = new();
    private readonly MembershipOptions _membership = new();

    /// <inheritdoc/>
    public void AddTo(Command command)
    {
        _assignment.AddTo(command);
        _membership.AddTo(command);
        _projects.AddTo(command);
    }

    /// <inheritdoc/>
    public JsonObject Body(ParseResult parsed)
    {
        var body = new JsonObject();
        _assignment.WriteTo(body, parsed);
        _membership.WriteTo(body, parsed);
        if (_projects.Read(parsed) is { Count: > 0 } projects) body["projects"] = projects;
        return body;
    }
}
