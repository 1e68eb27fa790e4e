namespace RbacGrains.AdminConsole.Tests;

/// <summary>A fact that needs Chromium; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Looks for Chromium.</summary>
    public BrowserFactAttribute() => Skip = Browsers.Missing;
}

/// <summary>A theory that needs Chromium; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for Chromium.</summary>
    public BrowserTheoryAttribute() => Skip = Browsers.Missing;
}

/// <summary>A theory that needs Chromium and axe-core; skipped, with the reason, where one of them is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessibilityTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for both.</summary>
    public AccessibilityTheoryAttribute() => Skip = Browsers.Missing
        ?? (File.Exists(Places.Axe) ? null : "npm's axe-core is not installed; eng/install-test-servers.sh installs it.");
}

/// <summary>Why there is no browser.</summary>
internal static class Browsers
{
    public static string? Missing => Places.Chromium is null
        ? "Chromium is not installed; eng/install-test-servers.sh installs it, and RBAC_CHROMIUM names another one."
        : null;
}
