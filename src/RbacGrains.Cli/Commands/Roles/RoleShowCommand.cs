using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac role show</c>.</summary>
internal sealed class RoleShowCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _role = RoleCommands.Role();

    /// <summary>Makes the command.</summary>
    public RoleShowCommand(Cli cli)
        : base(cli, "show", "Show a role: what it gives, and of one of the organization's own what it was made of")
    {
        Add(_organization);
        Add(_role);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => invocation.Print(
        await invocation.Server.Get(RoleCommands.Path(invocation.Text(_organization), invocation.Text(_role)), cancellationToken));
}
