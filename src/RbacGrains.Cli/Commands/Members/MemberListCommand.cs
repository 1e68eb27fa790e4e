using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac member list</c>.</summary>
internal sealed class MemberListCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();

    private readonly Option<string?> _role = new("--role")
    {
        Description = "Members with this role",
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    private readonly Option<string?> _status = new("--status")
    {
        Description = "Members who are active, suspended or expired",
        HelpName = "status",
        CompletionSources = { _ => ShippedNames.Items(["active", "suspended", "expired"]) },
    };

    private readonly Option<string?> _email = new("--email") { Description = "Members with this e-mail address", HelpName = "address" };
    private readonly ListOptions _list = new();

    /// <summary>Makes the command.</summary>
    public MemberListCommand(Cli cli)
        : base(cli, "list", "List the members, in the order in which they joined")
    {
        Add(_organization);
        Add(_role);
        Add(_status);
        Add(_email);
        _list.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _list.Print(
        invocation,
        ApiPath.OfOrganization(invocation.Text(_organization), "members")
            .With("role", invocation.Get(_role))
            .With("status", invocation.Get(_status))
            .With("email", invocation.Get(_email)),
        members => Table.Of(members, "user", "role", "status", "email", "grants", "expires_at"),
        cancellationToken);
}
