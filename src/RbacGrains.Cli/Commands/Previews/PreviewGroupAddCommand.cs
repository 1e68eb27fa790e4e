using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac preview group add</c>.</summary>
internal sealed class PreviewGroupAddCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _group = GroupCommands.Id();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly PreviewOptions _preview = new();

    /// <summary>Makes the command.</summary>
    public PreviewGroupAddCommand(Cli cli)
        : base(cli, "add", "What 'rbac group add' would do")
    {
        Add(_organization);
        Add(_group);
        Add(_user);
        _preview.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _preview.Print(
        invocation,
        invocation.Text(_organization),
        "group",
        new JsonObject { ["group"] = invocation.Text(_group), ["add_member"] = invocation.Text(_user) },
        cancellationToken);
}
