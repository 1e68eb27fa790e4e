using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac invite resend</c> and <c>revoke</c>.</summary>
internal sealed class InviteChangeCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _invitation = PathArguments.Invitation();
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command whose name is also the last word of the path that it asks.</summary>
    public InviteChangeCommand(Cli cli, string name, string description)
        : base(cli, name, description)
    {
        Add(_organization);
        Add(_invitation);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = ApiPath.OfOrganization(invocation.Text(_organization), "invitations", invocation.Text(_invitation), Name);
        var request = new ServerRequest(HttpMethod.Post, path) { Change = _change.Read(invocation.Parsed) };
        return InviteCommands.Print(invocation, await invocation.Server.Send(request, cancellationToken));
    }
}
