using System.Reflection;

namespace RbacGrains.AdminConsole.Tests;

/// <summary>Where things are that the tests need.</summary>
internal static class Places
{
    public static string Repository { get; } = Path.GetFullPath(
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!);

    /// <summary>What eng/install-test-servers.sh has installed of npm's axe-core.</summary>
    public static string Axe => Path.Combine(Repository, "artifacts", "console-browser", "node_modules", "axe-core", "axe.min.js");

    /// <summary>The system's Chromium, or the one that RBAC_CHROMIUM names; null for none.</summary>
    public static string? Chromium { get; } =
        new[] { Environment.GetEnvironmentVariable("RBAC_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists);

    /// <summary>Where traces and screenshots of failed tests are kept.</summary>
    public static string Failures => Path.Combine(Repository, "artifacts", "console-failures");
}
