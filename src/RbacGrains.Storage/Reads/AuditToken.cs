using System.Buffers.Binary;
using System.Buffers.Text;

namespace RbacGrains.Storage;

/// <summary>Says where a page of the audit log ended: the last entry's number, opaque to callers.</summary>
internal static class AuditToken
{
    public static string Format(long seq)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, seq);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool IsValid(string token) => Base64Url.IsValid(token, out var length) && length == sizeof(long);

    /// <summary>The number before which the next page starts; the newest entry's for a token that is not one.</summary>
    public static long Parse(string? token)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        return !string.IsNullOrEmpty(token)
            && IsValid(token)
            && Base64Url.TryDecodeFromChars(token, bytes, out _)
            ? BinaryPrimitives.ReadInt64BigEndian(bytes)
            : long.MaxValue;
    }
}
