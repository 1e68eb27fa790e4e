using Npgsql;

namespace RbacGrains.Storage;

/// <summary>A PostgreSQL database's connection string, and its name in words without the password.</summary>
internal sealed class PostgresAddress
{
    private PostgresAddress(NpgsqlConnectionStringBuilder settings)
    {
        ConnectionString = settings.ConnectionString;
        Text = $"the PostgreSQL database '{settings.Database ?? settings.Username}' on '{settings.Host}' port {settings.Port} as user '{settings.Username}'";
    }

    public string ConnectionString { get; }

    public string Text { get; }

    /// <exception cref="StorageUnavailableException">The connection string names no server.</exception>
    public static PostgresAddress Of(string connectionString)
    {
        const string Advice = "Write it as 'Host=db;Database=rbac;Username=rbac;Password=...'.";
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            // The cause is kept out: it quotes the connection string.
            throw new StorageUnavailableException(
                $"The connection string is not one for PostgreSQL: a key or a value in it is unknown or malformed. {Advice}");
        }

        if (string.IsNullOrEmpty(settings.Host))
            throw new StorageUnavailableException($"The connection string names no PostgreSQL host. {Advice}");
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 32;
        settings.AutoPrepareMinUsages = 2;

        // Nothing here leaves a setting behind on its connection, so there is nothing to reset before its next use.
        settings.NoResetOnClose = true;
        settings.ApplicationName ??= "RbacGrains";
        return new PostgresAddress(settings);
    }

    /// <summary>What an operator should know of a failure.</summary>
    public StorageUnavailableException Unavailable(Exception failure)
    {
        var advice = failure switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
                "Check the user's name and password, and that pg_hba.conf lets it in.",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "Create the database first.",
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
                "Give the user the right to create tables in the schema, and to read and write them.",
            PostgresException => "See the server's log.",
            _ => "Check that the server is running and that this machine reaches its host and port.",
        };
        return new StorageUnavailableException($"Cannot use {Text}: {failure.Message.TrimEnd('.')}. {advice}", failure);
    }
}
