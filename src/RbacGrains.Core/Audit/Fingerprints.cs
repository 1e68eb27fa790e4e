using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RbacGrains.Core;

/// <summary>Digests of what was asked for, by which a name for a change that is used again for another one is recognized.</summary>
internal static class Fingerprints
{
    /// <summary>The digest of a command and what it is aimed at.</summary>
    public static string Of<T>(string command, string target, T content)
    {
        var json = JsonSerializer.Serialize(content, StateJson.TypeInfo<T>());
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{command}\n{target}\n{json}"));
        return Convert.ToHexStringLower(digest.AsSpan(0, 16));
    }
}
