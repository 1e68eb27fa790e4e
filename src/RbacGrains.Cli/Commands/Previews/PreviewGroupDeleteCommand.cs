using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac preview group delete</c>.</summary>
internal sealed class PreviewGroupDeleteCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _group = GroupCommands.Id();
    private readonly PreviewOptions _preview = new();

    /// <summary>Makes the command.</summary>
    public PreviewGroupDeleteCommand(Cli cli)
        : base(cli, "delete", "What 'rbac group delete' would do")
    {
        Add(_organization);
        Add(_group);
        _preview.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _preview.Print(
        invocation,
        invocation.Text(_organization),
        "group",
        new JsonObject { ["group"] = invocation.Text(_group), ["delete"] = true },
        cancellationToken);
}
