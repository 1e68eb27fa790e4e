using System.Net;
using System.Net.Sockets;

namespace RbacGrains.Api;

/// <summary>
/// Counts addresses in a bounded number of slots, so that whoever has many addresses cannot fill the memory. Which addresses
/// share a slot differs from process to process and cannot be foreseen. An IPv6 address counts as its /64, which is one subscriber's.
/// </summary>
internal static class AddressSlot
{
    /// <summary>How many slots there are.</summary>
    public const int Count = 1 << 16;

    private const int NetworkBytes = 8;

    /// <summary>The slot of an address, from 0; that of no address for a connection that has none.</summary>
    public static int Of(IPAddress? address)
    {
        if (address is null) return 0;
        Span<byte> bytes = stackalloc byte[16];
        if (!address.TryWriteBytes(bytes, out var written)) return 0;
        var counted = address switch
        {
            { AddressFamily: AddressFamily.InterNetwork } => bytes[..written],
            { IsIPv4MappedToIPv6: true } => bytes[12..],
            _ => bytes[..NetworkBytes],
        };
        var hash = default(HashCode);
        hash.AddBytes(counted);
        return hash.ToHashCode() & (Count - 1);
    }
}
