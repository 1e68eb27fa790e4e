using Microsoft.AspNetCore.SignalR;
using RbacGrains.Samples.Letta.Workspaces;

namespace RbacGrains.Samples.Letta.Messaging;

/// <summary>Agents, live: whoever may read them is told what is said, and whoever may message them talks.</summary>
[RequireAction("agents:read")]
public sealed class AgentHub(WorkspaceCatalog workspaces, IScopeResolver scopes) : Hub
{
    /// <summary>Puts the connection where its organization's messages are told.</summary>
    public override async Task OnConnectedAsync() =>
        await Groups.AddToGroupAsync(Context.ConnectionId, (await Scope()).Organization, Context.ConnectionAborted);

    /// <summary>Tells an agent something; everybody hears the answer.</summary>
    [RequireAction("agents:message")]
    public async Task<Message> Tell(string agent, string text)
    {
        var scope = await Scope();
        var answer = workspaces.Tell(scope, agent, text) ?? throw new HubException("There is no such agent.");
        await Clients.Group(scope.Organization).SendAsync("said", agent, answer, Context.ConnectionAborted);
        return answer;
    }

    /// <summary>Gives an agent another name.</summary>
    [RequireAction("agents:update")]
    public async Task<Resource> Rename(string agent, string name) =>
        workspaces.Of((await Scope()).Organization).Agents.Change(agent, present => present with { Name = name })
        ?? throw new HubException("There is no such agent.");

    private async ValueTask<RequestScope> Scope() => (await scopes.Resolve(Context)).Require();
}
