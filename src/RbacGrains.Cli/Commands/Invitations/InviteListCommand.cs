using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac invite list</c>.</summary>
internal sealed class InviteListCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();

    private readonly Option<string?> _status = new("--status")
    {
        Description = "Invitations that are pending, accepted, declined, revoked or expired",
        HelpName = "status",
        CompletionSources = { _ => ShippedNames.Items(["pending", "accepted", "declined", "revoked", "expired"]) },
    };

    private readonly Option<string?> _email = new("--email") { Description = "Invitations of this e-mail address", HelpName = "address" };
    private readonly Option<string?> _search = new("--search") { Description = "Invitations with this in their e-mail address", HelpName = "text" };
    private readonly ListOptions _list = new();

    /// <summary>Makes the command.</summary>
    public InviteListCommand(Cli cli)
        : base(cli, "list", "List the invitations, in the order in which they were made")
    {
        Add(_organization);
        Add(_status);
        Add(_email);
        Add(_search);
        _list.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _list.Print(
        invocation,
        ApiPath.OfOrganization(invocation.Text(_organization), "invitations")
            .With("status", invocation.Get(_status))
            .With("email", invocation.Get(_email))
            .With("search", invocation.Get(_search)),
        invitations => Table.Of(invitations, "id", "email", "role", "status", "expires_at", "invited_by"),
        cancellationToken);
}
