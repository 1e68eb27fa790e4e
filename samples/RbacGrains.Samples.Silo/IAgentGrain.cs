using RbacGrains.Core;

namespace RbacGrains.Samples.Silo;

/// <summary>One agent of the sample's only organization.</summary>
[Alias("sample.agent")]
public interface IAgentGrain : IGrainWithStringKey
{
    /// <summary>Makes the agent, if the user may.</summary>
    /// <returns>Why not; null when it was made.</returns>
    [Alias("Create")]
    Task<Error?> Create(string user);

    /// <summary>Deletes the agent, if the user may.</summary>
    /// <returns>Why not; null when it was deleted.</returns>
    [Alias("Delete")]
    Task<Error?> Delete(string user);
}
