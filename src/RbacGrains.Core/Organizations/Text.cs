using System.Globalization;
using System.Text;

namespace RbacGrains.Core;

/// <summary>Words that people write.</summary>
internal static class Text
{
    /// <summary>Whether a text has no control characters and no half characters (lone surrogates): every store can keep it, and a line stays a line.</summary>
    public static bool IsPlain(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done) return false;
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control) return false;
            rest = rest[length..];
        }
        return true;
    }
}
