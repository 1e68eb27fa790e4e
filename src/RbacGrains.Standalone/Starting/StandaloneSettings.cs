using System.Data.Common;
using RbacGrains.Api;
using RbacGrains.Storage;

namespace RbacGrains.Standalone;

/// <summary>What the configuration section <c>Rbac</c> and the command line say.</summary>
/// <param name="Storage">Where state is kept.</param>
/// <param name="DatabaseName">The database as people call it, without secrets.</param>
/// <param name="RootKey">The root key; null when it is the program's to make.</param>
/// <param name="RootKeyFile">Where a root key that the program has made is kept.</param>
/// <param name="Models">The folder of further models; null for none.</param>
/// <param name="PublicUrl">Where clients reach the service; null for where they ask.</param>
/// <param name="Demo">Whether to fill the demo organizations.</param>
internal sealed record StandaloneSettings(
    StorageOptions Storage, string DatabaseName, string? RootKey, string RootKeyFile, string? Models, string? PublicUrl, bool Demo)
{
    /// <summary>The switch that asks for the demo organizations.</summary>
    public const string DemoSwitch = "--demo";

    private static readonly string[] SourceKeys = ["Data Source", "DataSource", "Filename"];

    /// <summary>Reads the settings.</summary>
    /// <exception cref="ConfigurationException">One of them is wrong.</exception>
    public static StandaloneSettings Read(IConfiguration configuration, string contentRoot, string[] args)
    {
        var rbac = configuration.GetSection("Rbac");
        var (name, keyFile, storage) = rbac["Provider"] switch
        {
            "sqlite" => Sqlite(rbac["Database"], contentRoot),
            "postgres" => Postgres(rbac["Database"], contentRoot),
            var other => throw new ConfigurationException($"Rbac:Provider is '{other}'. It has to be sqlite or postgres."),
        };
        return new StandaloneSettings(
            storage,
            name,
            NullIfEmpty(rbac["RootKey"]),
            keyFile,
            NullIfEmpty(rbac["Models"]),
            NullIfEmpty(rbac["PublicUrl"]),
            args.Contains(DemoSwitch));
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static (string Name, string KeyFile, StorageOptions Storage) Sqlite(string? connection, string contentRoot)
    {
        if (string.IsNullOrEmpty(connection))
        {
            var folder = Directory.CreateDirectory(Path.Combine(contentRoot, "data"));
            connection = $"Data Source={Path.Combine(folder.FullName, "rbac.db")}";
        }

        var file = DataSource(connection) is { } source ? Path.GetFullPath(source) : Path.Combine(contentRoot, "rbac.db");
        return (file, file + ".rootkey", new StorageOptions { Provider = StorageProvider.Sqlite, ConnectionString = connection });
    }

    private static (string Name, string KeyFile, StorageOptions Storage) Postgres(string? connection, string contentRoot)
    {
        if (string.IsNullOrEmpty(connection))
            throw new ConfigurationException("Rbac:Provider is postgres, so Rbac:Database has to be its connection string.");
        return ("PostgreSQL", Path.Combine(contentRoot, "data", "postgres.rootkey"),
            new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = connection });
    }

    // A string that cannot be read is the storage's to refuse, with its own words.
    private static string? DataSource(string connection)
    {
        try
        {
            var settings = new DbConnectionStringBuilder { ConnectionString = connection };
            return SourceKeys
                .Select(name => settings.TryGetValue(name, out var value) ? value as string : null)
                .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
