using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac invite offer</c>.</summary>
internal sealed class InviteOfferCommand : CliCommand
{
    private readonly Argument<string> _token = new("TOKEN") { Description = "The invitation's token ('-': the first line of standard input)" };

    /// <summary>Makes the command.</summary>
    public InviteOfferCommand(Cli cli)
        : base(cli, "offer", "Show what an invitation offers to whoever has its token") => Add(_token);

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var token = await InviteToken.Read(invocation, _token, cancellationToken);
        var request = new ServerRequest(HttpMethod.Post, ApiPath.Of("invitations", "show"), new JsonObject { ["token"] = token });
        return invocation.Print(await invocation.Server.Send(request, cancellationToken));
    }
}
