using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac member list</c>.</summary>
internal sealed class MemberListCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly MemberFilterOptions _filter = new();
    private readonly ListOptions _list = new();

    /// <summary>Makes the command.</summary>
    public MemberListCommand(Cli cli)
        : base(cli, "list", "List the members, in the order in which they joined")
    {
        Add(_organization);
        _filter.AddTo(this);
        _list.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _list.Print(
        invocation,
        _filter.WriteTo(ApiPath.OfOrganization(invocation.Text(_organization), "members"), invocation),
        members => Table.Of(members, "user", "role", "status", "email", "grants", "expires_at"),
        cancellationToken);
}
