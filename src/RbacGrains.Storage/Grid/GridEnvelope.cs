using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>
/// What a grain's storage provider is given to write: the state, with all that the database puts into the same transaction. The scripts in
/// <c>silo-config/sql</c> take it apart; what they store as the record is the state, unchanged.
/// </summary>
public static class GridEnvelope
{
    /// <summary>Puts an envelope together.</summary>
    /// <param name="state">The next state, as JSON in UTF-8.</param>
    /// <param name="unfinished">Whether the actor must be resumed after a crash.</param>
    /// <param name="audit">What to append to the audit log.</param>
    /// <param name="fence">The term in which the write was judged; the database refuses an earlier one than the present. Null for none.</param>
    /// <param name="claim">The term that begins with this write; null for none.</param>
    /// <exception cref="ArgumentException">An audit entry holds what not every database can store; the message says what.</exception>
    public static byte[] Serialize(
        ReadOnlySpan<byte> state, bool unfinished, ImmutableArray<AuditEntry> audit, Fence? fence, Fence? claim)
    {
        Storable.Check(audit);
        var buffer = new ArrayBufferWriter<byte>(state.Length + 64 + (audit.Length * 512));
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WritePropertyName("state"u8);
            json.WriteRawValue(state, skipInputValidation: true);
            if (unfinished) json.WriteBoolean("unfinished"u8, true);
            if (!audit.IsEmpty)
            {
                json.WriteStartArray("audit"u8);
                foreach (var entry in audit) Write(json, entry);
                json.WriteEndArray();
            }
            if (fence is { } judged) Write(json, "fence", judged);
            if (claim is { } begun) Write(json, "claim", begun);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, AuditEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, entry.Id);
        json.WriteString("organization"u8, entry.Organization);
        json.WriteNumber("at"u8, entry.At.UtcTicks);
        WriteText("actor", entry.Actor);
        json.WriteString("kind"u8, entry.Kind);
        json.WriteString("target"u8, entry.Target);
        WriteText("before", entry.Before);
        WriteText("after", entry.After);
        WriteText("reason", entry.Reason);
        WriteText("operation_id", entry.OperationId);
        WriteText("fingerprint", entry.Fingerprint);
        json.WriteEndObject();

        void WriteText(string name, string? value)
        {
            if (value is not null) json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, Fence fence)
    {
        json.WriteStartObject(name);
        json.WriteString("organization"u8, fence.Organization);
        json.WriteNumber("term"u8, fence.Term);
        json.WriteEndObject();
    }
}
