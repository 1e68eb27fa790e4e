namespace RbacGrains.Api;

/// <summary>An organization of the demo.</summary>
/// <param name="Id">Its id; its people's addresses end in it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Model">The model it lives by.</param>
/// <param name="Plan">The plan it is on.</param>
internal sealed record DemoTenant(string Id, string Name, string Model, string Plan)
{
    /// <summary>One organization on each shipped model.</summary>
    public static IReadOnlyList<DemoTenant> All { get; } =
    [
        new("acme-letta", "Acme Agents", "letta", "free"),
        new("acme-humanloop", "Acme Prompts", "humanloop", "enterprise"),
        new("acme-agent-studio", "Acme Voices", "agent-studio", "enterprise"),
    ];

    /// <summary>The person who stands for a role, a preset, or the invited.</summary>
    public string Person(string who) => $"{who}@{Id}.example";
}
