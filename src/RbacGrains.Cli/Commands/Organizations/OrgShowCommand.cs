using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac org show</c>.</summary>
internal sealed class OrgShowCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();

    /// <summary>Makes the command.</summary>
    public OrgShowCommand(Cli cli)
        : base(cli, "show", "Show an organization") => Add(_organization);

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => invocation.Print(
        await invocation.Server.Get(ApiPath.OfOrganization(invocation.Text(_organization)), cancellationToken));
}
