using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary>Deletes one thing of an organization, and says so.</summary>
internal sealed class DeleteCommand : ResourceCommand
{
    private readonly Func<string, string, string> _done;
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command; <paramref name="done"/> is what is said then, by the organization and the id.</summary>
    public DeleteCommand(
        Cli cli, string name, string description, Argument<string> id, Func<string, string, ApiPath> path, Func<string, string, string> done)
        : base(cli, name, description, id, path)
    {
        _done = done;
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var request = new ServerRequest(HttpMethod.Delete, Path(invocation)) { Change = _change.Read(invocation.Parsed) };
        await invocation.Server.Send(request, cancellationToken);
        var (organization, id) = Names(invocation);
        return invocation.Done(_done(organization, id));
    }
}
