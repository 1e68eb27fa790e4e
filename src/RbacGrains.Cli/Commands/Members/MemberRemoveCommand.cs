using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac member remove</c>.</summary>
internal sealed class MemberRemoveCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _user = PathArguments.User();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public MemberRemoveCommand(Cli cli)
        : base(cli, "remove", "Remove a member")
    {
        Add(_organization);
        Add(_user);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var (organization, user) = (invocation.Text(_organization), invocation.Text(_user));
        var request = new ServerRequest(HttpMethod.Delete, MemberCommands.Path(organization, user)) { Change = _change.Read(invocation.Parsed) };
        await invocation.Server.Send(request, cancellationToken);
        return invocation.Done($"Removed {user} from {organization}.");
    }
}
