using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac preview member update</c>.</summary>
internal sealed class PreviewMemberUpdateCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly MemberUpdateOptions _patch = new();
    private readonly PreviewOptions _preview = new();

    /// <summary>Makes the command.</summary>
    public PreviewMemberUpdateCommand(Cli cli)
        : base(cli, "update", "What 'rbac member update' would do")
    {
        Add(_organization);
        Add(_user);
        _patch.AddTo(this);
        _preview.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _preview.Print(
        invocation,
        invocation.Text(_organization),
        "member",
        new JsonObject { ["user"] = invocation.Text(_user), ["patch"] = _patch.Body(invocation.Parsed) },
        cancellationToken);
}
