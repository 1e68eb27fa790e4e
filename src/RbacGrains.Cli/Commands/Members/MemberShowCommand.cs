using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac member show</c>.</summary>
internal sealed class MemberShowCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _user = PathArguments.User();

    /// <summary>Makes the command.</summary>
    public MemberShowCommand(Cli cli)
        : base(cli, "show", "Show what a member is assigned")
    {
        Add(_organization);
        Add(_user);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => invocation.Print(
        await invocation.Server.Get(MemberCommands.Path(invocation.Text(_organization), invocation.Text(_user)), cancellationToken));
}
