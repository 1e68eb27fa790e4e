using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac preview role delete</c>.</summary>
internal sealed class PreviewRoleDeleteCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _role = RoleCommands.Role();

    private readonly Option<string?> _reassign = new("--reassign")
    {
        Description = "The role that its holders get instead",
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    private readonly PreviewOptions _preview = new();

    /// <summary>Makes the command.</summary>
    public PreviewRoleDeleteCommand(Cli cli)
        : base(cli, "delete", "What 'rbac role delete' would do")
    {
        Add(_organization);
        Add(_role);
        Add(_reassign);
        _preview.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        JsonObject deletion = invocation.Get(_reassign) is { } instead ? new() { ["reassign"] = instead } : [];
        var change = new JsonObject { ["role"] = invocation.Text(_role), ["delete"] = deletion };
        return _preview.Print(invocation, invocation.Text(_organization), "role", change, cancellationToken);
    }
}
