using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary>Makes or changes one thing of an organization to be what options say, and prints what it is then.</summary>
internal sealed class WriteCommand : ResourceCommand
{
    private readonly HttpMethod _method;
    private readonly IContentOptions _content;
    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command.</summary>
    public WriteCommand(
        Cli cli, string name, string description, Argument<string> id, Func<string, string, ApiPath> path, HttpMethod method, IContentOptions content)
        : base(cli, name, description, id, path)
    {
        (_method, _content) = (method, content);
        _content.AddTo(this);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var request = new ServerRequest(_method, Path(invocation), _content.Body(invocation.Parsed)) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }
}
