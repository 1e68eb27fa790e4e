using RbacGrains.Storage;

namespace RbacGrains.Silo;

/// <summary>Says in a sentence why a node did not start, where that is the world's fault and not its own.</summary>
internal static class SiloStartFailure
{
    /// <summary>The sentence; null for a failure that is not a node's own.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        SchemaException or StorageUnavailableException => failure.Message,
        OrleansConfigurationException => failure.Message,
        _ => null,
    };
}
