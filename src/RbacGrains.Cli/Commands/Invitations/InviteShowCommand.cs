using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac invite show</c>.</summary>
internal sealed class InviteShowCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _invitation = PathArguments.Invitation();

    /// <summary>Makes the command.</summary>
    public InviteShowCommand(Cli cli)
        : base(cli, "show", "Show an invitation")
    {
        Add(_organization);
        Add(_invitation);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = ApiPath.OfOrganization(invocation.Text(_organization), "invitations", invocation.Text(_invitation));
        return invocation.Print(await invocation.Server.Get(path, cancellationToken));
    }
}
