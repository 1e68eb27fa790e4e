using System.Collections.Immutable;
using System.Text.Json;
using RbacGrains.Storage;

namespace RbacGrains.Grains;

/// <summary>What the storage provider of Orleans reads and writes for one grain.</summary>
internal interface IStoredRecord
{
    /// <summary>The bytes of a write: the state, and what goes with it into the same transaction.</summary>
    byte[] Serialize();

    /// <summary>Takes what was read: the state alone.</summary>
    void Deserialize(ReadOnlySpan<byte> payload);
}

/// <inheritdoc cref="IStoredRecord"/>
internal sealed class StoredRecord<T> : IStoredRecord
    where T : class
{
    public T? State { get; set; }

    public bool Unfinished { get; init; }

    public ImmutableArray<AuditEntry> Audit { get; init; } = [];

    public Fence? Fence { get; init; }

    public Fence? Claim { get; init; }

    public byte[] Serialize() => GridEnvelope.Serialize(
        JsonSerializer.SerializeToUtf8Bytes(State!, StateJson.TypeInfo<T>()), Unfinished, Audit, Fence, Claim);

    public void Deserialize(ReadOnlySpan<byte> payload) =>
        State = JsonSerializer.Deserialize(payload, StateJson.TypeInfo<T>()) ?? throw new JsonException("The record is empty.");
}
