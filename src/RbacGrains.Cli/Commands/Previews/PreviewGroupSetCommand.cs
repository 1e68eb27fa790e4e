using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac preview group set</c>.</summary>
internal sealed class PreviewGroupSetCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _group = GroupCommands.Id();
    private readonly GroupOptions _content = new();
    private readonly PreviewOptions _preview = new();

    /// <summary>Makes the command.</summary>
    public PreviewGroupSetCommand(Cli cli)
        : base(cli, "set", "What 'rbac group set' would do")
    {
        Add(_organization);
        Add(_group);
        _content.AddTo(this);
        _preview.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _preview.Print(
        invocation,
        invocation.Text(_organization),
        "group",
        new JsonObject { ["group"] = invocation.Text(_group), ["put"] = _content.Body(invocation.Parsed) },
        cancellationToken);
}
