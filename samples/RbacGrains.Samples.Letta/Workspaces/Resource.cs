namespace RbacGrains.Samples.Letta.Workspaces;

/// <summary>A project, an agent, a data source, a tool or a template: in this sample they differ in who may change them.</summary>
public sealed record Resource(string Id, string Name, string Description);

/// <summary>What a client says of a resource.</summary>
public sealed record ResourceBody(string? Name, string? Description);
