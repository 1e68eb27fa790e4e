using System.Globalization;
using System.Security.Cryptography;

namespace RbacGrains.Crash.Tests;

/// <summary>Where the choices of a run come from.</summary>
internal static class Seeds
{
    /// <summary>A new seed, or the one of a failure that is to be tried again: <c>RBAC_CRASH_SEED</c>.</summary>
    public static int Next() => Environment.GetEnvironmentVariable("RBAC_CRASH_SEED") is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : RandomNumberGenerator.GetInt32(int.MaxValue);
}
