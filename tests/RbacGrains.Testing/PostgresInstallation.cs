using System.Globalization;

namespace RbacGrains.Testing;

/// <summary>Where Debian's packages have put PostgreSQL's programs, and why it cannot be used where it cannot.</summary>
public sealed record PostgresInstallation
{
    private const string Root = "/usr/lib/postgresql";

    private PostgresInstallation(string? programs, string? missing)
    {
        Programs = programs ?? "";
        Missing = missing;
    }

    /// <summary>The directory of <c>initdb</c> and <c>postgres</c>, of the newest version that is installed.</summary>
    public string Programs { get; }

    /// <summary>Why no server can be started here; null when one can.</summary>
    public string? Missing { get; }

    /// <summary>Looks for an installation.</summary>
    public static PostgresInstallation Find()
    {
        var programs = (Directory.Exists(Root) ? Directory.GetDirectories(Root) : [])
            .OrderByDescending(directory => double.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(directory => Path.Combine(directory, "bin"))
            .FirstOrDefault(directory => File.Exists(Path.Combine(directory, "initdb")) && File.Exists(Path.Combine(directory, "postgres")));
        if (programs is null) return new(null, $"PostgreSQL is not installed under {Root}; eng/install-test-servers.sh installs it.");

        // The server refuses to run as root, so root has to have somebody to run it as.
        return Environment.IsPrivilegedProcess && !HasUser()
            ? new(null, $"PostgreSQL cannot run as root, and there is no user '{PostgresServer.SystemUser}' to run it as.")
            : new(programs, null);
    }

    private static bool HasUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith(PostgresServer.SystemUser + ":", StringComparison.Ordinal));
}
