using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>
/// What the Orleans host hands to its storage provider as one payload: a record's next state with all that has to be
/// written with it. The grid's database takes it apart again, and stores the state's text as it is.
/// </summary>
public static class GridEnvelope
{
    // The default encoder would write six characters for each that is not ASCII. This is stored, never shown in a page.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Whether a failure says that a write was judged, or a claim made, in an earlier term than the present one.</summary>
    public static bool IsLostTerm(DbException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        // SQLite's triggers can only say it in words.
        return failure.SqlState is { } state ? state == "RB001" : failure.Message.Contains("RB001", StringComparison.Ordinal);
    }

    /// <summary>Puts a write into one payload, JSON in UTF-8.</summary>
    /// <param name="stateJson">The record's next state, a JSON object; taken as it is.</param>
    /// <param name="unfinished">Whether the record's actor has work to finish that must be resumed after a crash.</param>
    /// <param name="audit">What to append to the audit log, in order; may be empty.</param>
    /// <param name="fence">The term that must still be in force; null for a write that needs none.</param>
    /// <param name="claim">The term that this write begins; null for a write that begins none.</param>
    /// <exception cref="ArgumentException">A text is none that every database can store, or a key is too long.</exception>
    public static byte[] Serialize(
        ReadOnlySpan<byte> stateJson, bool unfinished, ImmutableArray<AuditEntry> audit, Fence? fence, Fence? claim)
    {
        if (!audit.IsDefaultOrEmpty)
        {
            foreach (var entry in audit) Storable.Check(entry);
        }

        using var buffer = new PooledBuffer(stateJson.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WritePropertyName("state"u8);
        writer.WriteRawValue(stateJson, skipInputValidation: true);
        if (unfinished) writer.WriteBoolean("unfinished"u8, true);
        if (!audit.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("audit"u8);
            foreach (var entry in audit) Write(writer, entry);
            writer.WriteEndArray();
        }

        Write(writer, "fence"u8, fence);
        Write(writer, "claim"u8, claim);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, AuditEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, entry.Id);
        writer.WriteString("organization"u8, entry.Organization);
        writer.WriteNumber("at"u8, entry.At.UtcTicks);
        WriteText(writer, "actor"u8, entry.Actor);
        writer.WriteString("kind"u8, entry.Kind);
        writer.WriteString("target"u8, entry.Target);
        WriteText(writer, "before"u8, entry.Before);
        WriteText(writer, "after"u8, entry.After);
        WriteText(writer, "reason"u8, entry.Reason);
        WriteText(writer, "operation_id"u8, entry.OperationId);
        WriteText(writer, "fingerprint"u8, entry.Fingerprint);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Fence? fence)
    {
        if (fence is not { } term) return;
        writer.WriteStartObject(name);
        writer.WriteString("organization"u8, term.Organization);
        writer.WriteNumber("term"u8, term.Term);
        writer.WriteEndObject();
    }
}
