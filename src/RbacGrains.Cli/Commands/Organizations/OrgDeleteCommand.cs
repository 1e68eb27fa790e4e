using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac org delete</c>.</summary>
internal sealed class OrgDeleteCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask whether it is meant" };
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public OrgDeleteCommand(Cli cli)
        : base(cli, "delete", "Delete an organization; nobody is a member of it any more")
    {
        Add(_organization);
        Add(_yes);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var organization = invocation.Text(_organization);
        if (!invocation.Get(_yes)) await Confirm(invocation.Host, organization, cancellationToken);
        var request = new ServerRequest(HttpMethod.Delete, ApiPath.OfOrganization(organization)) { Change = _change.Read(invocation.Parsed) };
        await invocation.Server.Send(request, cancellationToken);
        return invocation.Done($"Deleted {organization}.");
    }

    private static async Task Confirm(CliHost host, string organization, CancellationToken cancellationToken)
    {
        if (!host.IsInteractive) throw CliErrors.Usage("Nobody is there to ask whether it is meant. Give --yes.");
        await host.Error.WriteAsync($"Delete {organization} and all its memberships? Type its id to go on: ");
        if (await host.In.ReadLineAsync(cancellationToken) != organization) throw CliErrors.Usage("Nothing is deleted.");
    }
}
