using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac role delete</c>.</summary>
internal sealed class RoleDeleteCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _role = RoleCommands.Role();
    private readonly RoleReassignment _reassign = new("The role that its holders get instead, and that invitations promise");
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public RoleDeleteCommand(Cli cli)
        : base(cli, "delete", "Delete a role of the organization's own")
    {
        Add(_organization);
        Add(_role);
        _reassign.AddTo(this);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var (organization, role) = (invocation.Text(_organization), invocation.Text(_role));
        var path = RoleCommands.Path(organization, role).With("reassign", _reassign.Read(invocation.Parsed));
        await invocation.Server.Send(new ServerRequest(HttpMethod.Delete, path) { Change = _change.Read(invocation.Parsed) }, cancellationToken);
        return invocation.Done($"Deleted the role {role} of {organization}.");
    }
}
