namespace RbacGrains.Core;

/// <summary>
/// A record was not at the version its owner believed: two owners were at work, which a healthy host never lets happen.
/// The owner must forget what it holds and read again.
/// </summary>
public sealed class StateConflictException(StateKey key, long expectedVersion)
    : Exception($"Record '{key}' is not at version {expectedVersion}.")
{
    /// <summary>The record.</summary>
    public StateKey Key { get; } = key;

    /// <summary>The version that the writer believed the record to be at.</summary>
    public long ExpectedVersion { get; } = expectedVersion;
}
