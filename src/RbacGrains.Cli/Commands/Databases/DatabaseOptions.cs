using System.CommandLine;
using RbacGrains.Storage;

namespace RbacGrains.Cli;

/// <summary>The options that say which database is meant.</summary>
internal sealed class DatabaseOptions
{
    // The nodes of a cluster have their database in these, so that one environment serves both.
    private const string ProviderVariable = "Rbac__Database__Provider";
    private const string ConnectionVariable = "Rbac__Database__ConnectionString";

    private readonly Option<string?> _provider = new("--provider")
    {
        Description = $"Which kind of database [{ProviderVariable}, else postgres]",
        HelpName = "sqlite|postgres",
    };

    private readonly Option<string?> _connection = new("--connection")
    {
        Description = $"Its connection string [RBAC_DATABASE, {ConnectionVariable}]; a variable hides a password from the list of processes",
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
        (invocation.Get(_provider) ?? Variable(invocation, ProviderVariable)) switch
        {
            null or "postgres" => StorageProvider.Postgres,
            "sqlite" => StorageProvider.Sqlite,
            var other => throw CliErrors.Usage($"The provider is '{other}'. It has to be postgres or sqlite."),
        };

    /// <summary>Whose schema is meant.</summary>
    public SchemaOwner Owner(Invocation invocation) => invocation.Get(_grid) ? SchemaOwner.Grid : SchemaOwner.Standalone;

    /// <summary>The connection string; never printed.</summary>
    public string Connection(Invocation invocation) =>
        invocation.Get(_connection) ?? Variable(invocation, "RBAC_DATABASE") ?? Variable(invocation, ConnectionVariable)
        ?? throw CliErrors.Usage($"Say which database: with --connection, or in RBAC_DATABASE or {ConnectionVariable}.");

    private static string? Variable(Invocation invocation, string name) =>
        invocation.Host.Environment(name) is { Length: > 0 } value ? value : null;
}
