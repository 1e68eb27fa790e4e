using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac invite accept</c> and <c>decline</c>.</summary>
internal sealed class InviteAnswerCommand : CliCommand
{
    private readonly Argument<string> _token = new("TOKEN") { Description = "The invitation's token ('-': the first line of standard input)" };
    private readonly Option<string> _user = new("--user") { Description = "The user who answers", HelpName = "user", Required = true };

    private readonly Option<string> _email = new("--email")
    {
        Description = "The e-mail address that the user has proved",
        HelpName = "address",
        Required = true,
    };

    private readonly ChangeOptions _change = new();

    /// <summary>Makes the command whose name is also the last word of the path that it asks.</summary>
    public InviteAnswerCommand(Cli cli, string name, string description)
        : base(cli, name, description)
    {
        Add(_token);
        Add(_user);
        Add(_email);
        _change.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var token = await InviteToken.Read(invocation, _token, cancellationToken);
        var body = new JsonObject { ["token"] = token, ["user"] = invocation.Get(_user), ["email"] = invocation.Get(_email) };
        var request = new ServerRequest(HttpMethod.Post, ApiPath.Of("invitations", Name), body) { Change = _change.Read(invocation.Parsed) };
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }
}
