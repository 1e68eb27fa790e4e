using System.Text;
using RbacGrains.Core;

namespace RbacGrains.Storage;

/// <summary>
/// Refuses, before it joins a transaction, a write that not every database could store, so that it neither harms the
/// writes beside it nor means something else elsewhere.
/// </summary>
internal static class Storable
{
    private const int LongestId = 512;

    /// <exception cref="ArgumentException">The write cannot be stored; the message says why.</exception>
    public static void Check(StateWrite write)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(write.ExpectedVersion, nameof(write));
        CheckId("kind", write.Key.Kind);
        CheckId("id", write.Key.Id);
        foreach (var entry in write.Audit) Check(entry);
    }

    /// <exception cref="ArgumentException">The entry cannot be stored; the message says why.</exception>
    public static void Check(AuditEntry entry)
    {
        CheckId("audit id", entry.Id);
        CheckId("organization", entry.Organization);
        CheckId("operation id", entry.OperationId ?? "");
        CheckText("actor", entry.Actor);
        CheckText("audit kind", entry.Kind);
        CheckText("target", entry.Target);
        CheckText("before", entry.Before);
        CheckText("after", entry.After);
        CheckText("reason", entry.Reason);
        CheckText("fingerprint", entry.Fingerprint);
    }

    private static void CheckId(string name, string text)
    {
        if (text.Length > LongestId)
            throw new ArgumentException($"The {name} of a write has {text.Length} characters; at most {LongestId} can be stored.");
        CheckText(name, text);
    }

    /// <summary>PostgreSQL stores no NUL in a text, and half a surrogate pair has no UTF-8.</summary>
    private static void CheckText(string name, ReadOnlySpan<char> text)
    {
        if (text.Contains('\0') || !IsUnicode(text))
            throw new ArgumentException($"The {name} of a write holds a NUL or half a surrogate pair, which cannot be stored.");
    }

    private static bool IsUnicode(ReadOnlySpan<char> text)
    {
        for (var start = text.IndexOfAnyInRange('\uD800', '\uDFFF'); start >= 0;)
        {
            text = text[start..];
            if (Rune.DecodeFromUtf16(text, out _, out var length) != System.Buffers.OperationStatus.Done) return false;
            text = text[length..];
            start = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return true;
    }
}
