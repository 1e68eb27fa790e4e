namespace RbacGrains.Core;

/// <summary>A state record as it was last written.</summary>
/// <param name="Payload">The serialized state.</param>
/// <param name="Version">Counts the writes of the record, from 1.</param>
public sealed record StoredState(ReadOnlyMemory<byte> Payload, long Version);
