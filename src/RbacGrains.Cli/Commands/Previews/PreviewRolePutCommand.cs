using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac preview role put</c>.</summary>
internal sealed class PreviewRolePutCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _role = RoleCommands.Role();
    private readonly RoleOptions _content = new();
    private readonly PreviewOptions _preview = new();

    /// <summary>Makes the command.</summary>
    public PreviewRolePutCommand(Cli cli)
        : base(cli, "put", "What 'rbac role put' would do")
    {
        Add(_organization);
        Add(_role);
        _content.AddTo(this);
        _preview.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _preview.Print(
        invocation,
        invocation.Text(_organization),
        "role",
        new JsonObject { ["role"] = invocation.Text(_role), ["put"] = _content.Body(invocation.Parsed) },
        cancellationToken);
}
