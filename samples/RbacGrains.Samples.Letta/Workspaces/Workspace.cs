using System.Collections.Immutable;

namespace RbacGrains.Samples.Letta.Workspaces;

/// <summary>What one organization has.</summary>
public sealed class Workspace
{
    public Shelf<Resource> Projects { get; } = new();

    public Shelf<Resource> Agents { get; } = new();

    public Shelf<Resource> DataSources { get; } = new();

    public Shelf<Resource> Tools { get; } = new();

    public Shelf<Resource> Templates { get; } = new();

    public Shelf<Conversation> Conversations { get; } = new();

    public Shelf<ApiKey> ApiKeys { get; } = new();

    public Shelf<EnvironmentVariable> EnvironmentVariables { get; } = new();

    public Shelf<Integration> Integrations { get; } = new();
}

/// <summary>A key of Letta's API. Its secret is shown once, and kept as a hash.</summary>
public sealed record ApiKey(string Id, string Name, string SecretHash);

/// <summary>A variable that every agent of the organization sees.</summary>
public sealed record EnvironmentVariable(string Name, string Value);

/// <summary>Another service that Letta calls.</summary>
public sealed record Integration(string Name, string Url);

/// <summary>What was said to an agent, and by it.</summary>
public sealed record Conversation(ImmutableArray<Message> Messages);

/// <summary>One message.</summary>
public sealed record Message(string From, string Text);
