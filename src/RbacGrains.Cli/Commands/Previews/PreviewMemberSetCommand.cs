using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac preview member set</c>.</summary>
internal sealed class PreviewMemberSetCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly MemberSetOptions _assignment = new();
    private readonly PreviewOptions _preview = new();

    /// <summary>Makes the command.</summary>
    public PreviewMemberSetCommand(Cli cli)
        : base(cli, "set", "What 'rbac member set' would do")
    {
        Add(_organization);
        Add(_user);
        _assignment.AddTo(this);
        _preview.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _preview.Print(
        invocation,
        invocation.Text(_organization),
        "member",
        new JsonObject { ["user"] = invocation.Text(_user), ["put"] = _assignment.Body(invocation.Parsed) },
        cancellationToken);
}
