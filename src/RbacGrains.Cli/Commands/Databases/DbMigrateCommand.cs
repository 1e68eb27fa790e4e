using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Storage;

namespace RbacGrains.Cli;

/// <summary><c>rbac db migrate</c>.</summary>
internal sealed class DbMigrateCommand : CliCommand
{
    private const string ProviderVariable = "Rbac__Database__Provider";
    private const string ConnectionVariable = "Rbac__Database__ConnectionString";

    private readonly Option<bool> _grid = new("--grid")
    {
        Description = "The database of a cluster; always needed, as the standalone program migrates its own when it starts",
    };

    private readonly Option<string> _provider = new("--provider")
    {
        Description = $"postgres, or sqlite for a node in development; otherwise {ProviderVariable}, otherwise postgres",
    };

    private readonly Option<string> _connection = new("--connection")
    {
        Description = $"The connection string; better in {ConnectionVariable}, where no list of processes shows it",
    };

    /// <summary>Makes the command.</summary>
    public DbMigrateCommand(Cli cli)
        : base(cli, "migrate", "Create the schema of a database, or bring it up to date; take a backup first")
    {
        Add(_grid);
        Add(_provider);
        Add(_connection);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        if (!invocation.Get(_grid))
            throw CliErrors.Usage("Add --grid for the database of a cluster. The standalone program migrates its own when it starts.");
        try
        {
            var applied = await GridSchema.Migrate(Database(invocation), TimeProvider.System, NullLogger.Instance, cancellationToken);
            if (invocation.WantsJson)
                invocation.Printer.Json(new JsonObject { ["applied"] = new JsonArray([.. applied.Select(name => JsonValue.Create(name))]) });
            return invocation.Done(applied.IsEmpty ? "The schema is up to date." : $"Applied the migrations {string.Join(", ", applied)}.");
        }
        catch (SchemaException failure)
        {
            throw CliErrors.Database("schema_mismatch", failure.Message);
        }
        catch (StorageUnavailableException failure)
        {
            throw CliErrors.Database("storage_unavailable", failure.Message);
        }
    }

    private GridStorageOptions Database(Invocation invocation) => new()
    {
        Provider = Value(invocation, _provider, ProviderVariable) switch
        {
            null or "postgres" => StorageProvider.Postgres,
            "sqlite" => StorageProvider.Sqlite,
            var other => throw CliErrors.Usage($"The provider is '{other}'. It has to be postgres or sqlite."),
        },
        ConnectionString = Value(invocation, _connection, ConnectionVariable)
            ?? throw CliErrors.Usage($"Which database? Set {ConnectionVariable}, or give --connection."),
    };

    private static string? Value(Invocation invocation, Option<string> option, string variable) =>
        (invocation.Get(option) ?? invocation.Host.Environment(variable)) is { Length: > 0 } value ? value : null;
}
