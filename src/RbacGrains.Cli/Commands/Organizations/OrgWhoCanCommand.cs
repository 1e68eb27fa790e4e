using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac org who-can</c>.</summary>
internal sealed class OrgWhoCanCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _action = new("ACTION") { Description = "What, as resource:verb", HelpName = "ACTION", CompletionSources = { ShippedNames.Actions } };
    private readonly Option<string?> _project = PathArguments.Project();
    private readonly ListOptions _list = new();

    /// <summary>Makes the command.</summary>
    public OrgWhoCanCommand(Cli cli)
        : base(cli, "who-can", "List everybody who can do something at this moment")
    {
        Add(_organization);
        Add(_action);
        Add(_project);
        _list.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _list.Print(
        invocation,
        ApiPath.OfOrganization(invocation.Text(_organization), "actions", invocation.Text(_action), "members")
            .With("project", invocation.Get(_project)),
        users => new Table(["user"], [.. users.Select(user => (System.Collections.Immutable.ImmutableArray<string>)[CellText.Of(user)])]),
        cancellationToken);
}
