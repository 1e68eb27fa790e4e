using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac group show</c>.</summary>
internal sealed class GroupShowCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _group = GroupCommands.Id();

    /// <summary>Makes the command.</summary>
    public GroupShowCommand(Cli cli)
        : base(cli, "show", "Show what a group gives, and how many members it has")
    {
        Add(_organization);
        Add(_group);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => invocation.Print(
        await invocation.Server.Get(GroupCommands.Path(invocation.Text(_organization), invocation.Text(_group)), cancellationToken));
}
