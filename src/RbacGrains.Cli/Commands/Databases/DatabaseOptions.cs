using System.CommandLine;
using RbacGrains.Storage;

namespace RbacGrains.Cli;

/// <summary>The options that say which database is meant.</summary>
internal sealed class DatabaseOptions
{
    private readonly Option<string> _provider = new("--provider")
    {
        Description = "Which kind of database",
        HelpName = "sqlite|postgres",
        Required = true,
    };

    private readonly Option<string?> _connection = new("--connection")
    {
        Description = "Its connection string [RBAC_DATABASE]; the variable hides a password from the list of processes",
        HelpName = "string",
    };

    private readonly Option<bool> _grid = new("--grid") { Description = "The database of the Orleans host, not of a standalone server" };

    /// <summary>Makes the options of one command.</summary>
    public DatabaseOptions() => _provider.AcceptOnlyFromAmong("sqlite", "postgres");

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_provider);
        command.Add(_connection);
        command.Add(_grid);
    }

    /// <summary>The kind of database.</summary>
    public StorageProvider Provider(Invocation invocation) =>
        invocation.Get(_provider) == "sqlite" ? StorageProvider.Sqlite : StorageProvider.Postgres;

    /// <summary>Whose schema is meant.</summary>
    public SchemaOwner Owner(Invocation invocation) => invocation.Get(_grid) ? SchemaOwner.Grid : SchemaOwner.Standalone;

    /// <summary>The connection string; never printed.</summary>
    public string Connection(Invocation invocation) =>
        invocation.Get(_connection) ?? (invocation.Host.Environment("RBAC_DATABASE") is { Length: > 0 } value ? value : null)
        ?? throw CliErrors.Usage("Say which database: with --connection, or in RBAC_DATABASE.");
}
