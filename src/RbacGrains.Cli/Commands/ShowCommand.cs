using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>show</c>: prints one thing of an organization.</summary>
internal sealed class ShowCommand(Cli cli, string description, Argument<string> id, Func<string, string, ApiPath> path)
    : ResourceCommand(cli, "show", description, id, path)
{
    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken) =>
        invocation.Print(await invocation.Server.Get(Path(invocation), cancellationToken));
}
