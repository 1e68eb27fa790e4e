namespace RbacGrains.Storage;

/// <summary>Whose a database is.</summary>
public enum SchemaOwner
{
    /// <summary>The standalone server's: one process.</summary>
    Standalone,

    /// <summary>The grid's: nodes on Orleans.</summary>
    Grid,
}

/// <summary>What is known of each owner.</summary>
internal static class SchemaOwners
{
    /// <summary>The owner whose first migration has this name; null for nobody's.</summary>
    public static SchemaOwner? Of(string firstMigration) => firstMigration switch
    {
        "initial" => SchemaOwner.Standalone,
        "grid" => SchemaOwner.Grid,
        _ => null,
    };

    /// <summary>The owner in words.</summary>
    public static string Text(this SchemaOwner owner) => owner == SchemaOwner.Grid ? "a grid (the Orleans host)" : "a standalone server";

    /// <summary>The owner's migrations for one kind of database.</summary>
    public static System.Collections.Immutable.ImmutableArray<Migration> Migrations(this SchemaOwner owner, StorageProvider provider) =>
        Migration.Of((owner, provider) switch
        {
            (SchemaOwner.Grid, StorageProvider.Sqlite) => "grid-sqlite",
            (SchemaOwner.Grid, _) => "grid-postgres",
            (_, StorageProvider.Sqlite) => "sqlite",
            _ => "postgres",
        });
}
