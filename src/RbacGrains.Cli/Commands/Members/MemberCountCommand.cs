using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac member count</c>.</summary>
internal sealed class MemberCountCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly MemberFilterOptions _filter = new();

    /// <summary>Makes the command.</summary>
    public MemberCountCommand(Cli cli)
        : base(cli, "count", "Count the members")
    {
        Add(_organization);
        _filter.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => invocation.Print(
        await invocation.Server.Get(
            _filter.WriteTo(ApiPath.OfOrganization(invocation.Text(_organization), "member_count"), invocation), cancellationToken));
}
