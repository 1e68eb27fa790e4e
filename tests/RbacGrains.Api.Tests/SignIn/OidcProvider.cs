using System.Diagnostics;
using System.Reflection;

namespace RbacGrains.Api.Tests;

/// <summary>A real OpenID Connect provider (npm's oidc-provider) in a process of its own, which ends with the tests.</summary>
public sealed class OidcProvider : IAsyncDisposable
{
    /// <summary>The secret of its clients, with all that has to be encoded in one.</summary>
    public const string Secret = "a-client-secret: with/characters+that=are&escaped";

    private static readonly string Repository = Path.GetFullPath(
        typeof(OidcProvider).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!);

    private readonly Process _process;
    private bool _ended;

    private OidcProvider(Process process, string issuer)
    {
        _process = process;
        Issuer = issuer;
    }

    /// <summary>Why it cannot be started here; null when it can.</summary>
    public static string? Missing => !Directory.Exists(Path.Combine(Packages, "node_modules", "oidc-provider"))
        ? "The OpenID Connect provider is not installed below artifacts; eng/install-test-servers.sh installs it."
        : Node is null ? "There is no node to run the OpenID Connect provider." : null;

    public string Issuer { get; }

    private static string Packages => Path.Combine(Repository, "artifacts", "oidc-provider");

    private static string? Node => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")).FirstOrDefault(File.Exists);

    public static async Task<OidcProvider> Start()
    {
        var process = Process.Start(new ProcessStartInfo(Node!, [Path.Combine(Repository, "tests", "oidc-provider", "provider.mjs"), Packages])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("ready ", StringComparison.Ordinal)) return new OidcProvider(process, line["ready ".Length..]);
        throw new InvalidOperationException("The OpenID Connect provider did not start: " + await errors);
    }

    /// <summary>Registers where it may send people back to.</summary>
    public async Task Know(string origin)
    {
        await _process.StandardInput.WriteLineAsync($"origin {origin}");
        await _process.StandardInput.FlushAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line && line != "known")
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_ended) return;
        _ended = true;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

/// <summary>A fact that needs the provider, skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProviderFactAttribute : FactAttribute
{
    public ProviderFactAttribute() => Skip = OidcProvider.Missing;
}
