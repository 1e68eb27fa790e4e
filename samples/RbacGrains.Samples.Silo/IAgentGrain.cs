using RbacGrains.Client;

namespace RbacGrains.Samples.Silo;

/// <summary>One agent, by its organization and its name: <c>acme/scout</c>. What a call needs is checked in the organization of the key.</summary>
[Alias("sample.agent")]
public interface IAgentGrain : IGrainWithStringKey
{
    /// <summary>Makes the agent, in the name of the acting user.</summary>
    [Alias("Create")]
    [RequireAction("agents:create")]
    Task Create();

    /// <summary>Who made it; null when nobody has.</summary>
    [Alias("ReadOwner")]
    [RequireAction("agents:read")]
    Task<string?> ReadOwner();

    /// <summary>Deletes the agent.</summary>
    [Alias("Delete")]
    [RequireAction("agents:delete")]
    Task Delete();
}
