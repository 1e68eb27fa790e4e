using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac preview member remove</c>.</summary>
internal sealed class PreviewMemberRemoveCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly PreviewOptions _preview = new();

    /// <summary>Makes the command.</summary>
    public PreviewMemberRemoveCommand(Cli cli)
        : base(cli, "remove", "What 'rbac member remove' would do")
    {
        Add(_organization);
        Add(_user);
        _preview.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _preview.Print(
        invocation,
        invocation.Text(_organization),
        "member",
        new JsonObject { ["user"] = invocation.Text(_user), ["remove"] = true },
        cancellationToken);
}
