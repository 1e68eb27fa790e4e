using RbacGrains.Api;
using RbacGrains.Storage;

namespace RbacGrains.Silo;

/// <summary>Where the cluster keeps its state, its members and its reminders.</summary>
/// <param name="Provider">PostgreSQL; SQLite in development only, for state alone.</param>
/// <param name="ConnectionString">The ADO.NET connection string; never logged.</param>
/// <param name="MigrateOnStart">Whether a node creates and migrates the schema when it starts.</param>
internal sealed record DatabaseSettings(StorageProvider Provider, string ConnectionString, bool MigrateOnStart)
{
    /// <summary>Where development keeps its state, below the working directory.</summary>
    public const string DevelopmentFile = "data/rbac-grid.db";

    /// <summary>The database as people call it, without secrets.</summary>
    public string Name => Provider == StorageProvider.Postgres ? "PostgreSQL" : "SQLite";

    /// <summary>The same, for what opens it.</summary>
    public GridStorageOptions Storage =>
        new() { Provider = Provider, ConnectionString = ConnectionString, MigrateOnStart = MigrateOnStart };

    /// <summary>Names the provider only: a connection string may hold a password.</summary>
    public override string ToString() => $"{nameof(DatabaseSettings)} {{ {Provider} }}";

    /// <summary>Reads them.</summary>
    public static DatabaseSettings Read(SettingReader reader, bool development)
    {
        if (reader.Text("Database") is not null)
            reader.Mistake("Database", "is a text, but a node has a section there. Write the string to Rbac:Database:ConnectionString.");
        var provider = ReadProvider(reader, development);
        var connection = reader.Text("Database:ConnectionString");
        var migrate = reader.Flag("Database:MigrateOnStart", development);
        if (connection is null && provider == StorageProvider.Postgres)
            reader.Mistake("Database:ConnectionString", "is missing. Set it as in 'Host=db;Database=rbac;Username=rbac;Password=...'.");
        return new DatabaseSettings(provider, connection ?? $"Data Source={DevelopmentFile}", migrate);
    }

    private static StorageProvider ReadProvider(SettingReader reader, bool development)
    {
        const string Key = "Database:Provider";
        switch (reader.Text(Key) ?? (development ? "sqlite" : "postgres"))
        {
            case "sqlite" when development: return StorageProvider.Sqlite;
            case "postgres" when !development: return StorageProvider.Postgres;
            case "sqlite":
                reader.Mistake(Key, "is sqlite, which holds the state of one node only. Use postgres, or start with --development.");
                break;
            case "postgres":
                reader.Mistake(Key, "is postgres, but --development is for one node on sqlite. Leave one of the two out.");
                break;
            case var other:
                reader.Mistake(Key, $"is '{other}'. It has to be postgres; with --development, sqlite.");
                break;
        }

        return development ? StorageProvider.Sqlite : StorageProvider.Postgres;
    }
}
