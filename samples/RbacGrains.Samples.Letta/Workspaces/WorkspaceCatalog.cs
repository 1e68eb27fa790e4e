using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace RbacGrains.Samples.Letta.Workspaces;

/// <summary>The workspaces of all organizations.</summary>
public sealed class WorkspaceCatalog(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Workspace> _byOrganization = new(StringComparer.Ordinal);

    /// <summary>An organization's workspace. Whoever asks has been authorized in that organization.</summary>
    public Workspace Of(string organization) => _byOrganization.GetOrAdd(organization, _ => new Workspace());

    /// <summary>An id that is not taken.</summary>
    public string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("n");

    /// <summary>Tells an agent something.</summary>
    /// <returns>The agent's answer; null when there is no such agent.</returns>
    public Message? Tell(RequestScope scope, string agent, string text)
    {
        var workspace = Of(scope.Organization);
        if (workspace.Agents.Find(agent) is not { } listener) return null;
        // No language model here: an agent repeats what it was told.
        var answer = new Message(listener.Name, $"You said: {text}");
        ImmutableArray<Message> said = [new Message(scope.User, text), answer];
        if (workspace.Conversations.Change(agent, conversation => new Conversation(conversation.Messages.AddRange(said))) is null)
            workspace.Conversations.Put(agent, new Conversation(said));
        return answer;
    }
}
