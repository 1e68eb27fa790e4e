using RbacGrains.Storage;

namespace RbacGrains.Cli;

/// <summary>A command on a database, whose failures are errors with a name.</summary>
internal abstract class DatabaseCommand : CliCommand
{
    /// <summary>Makes a command.</summary>
    protected DatabaseCommand(Cli cli, string name, string description)
        : base(cli, name, description) => Database.AddTo(this);

    /// <summary>Which database.</summary>
    protected DatabaseOptions Database { get; } = new();

    /// <inheritdoc/>
    protected sealed override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        try
        {
            return await Use(invocation, cancellationToken);
        }
        catch (StorageUnavailableException failure)
        {
            throw new CliException("database_unavailable", failure.Message);
        }
        catch (SchemaException failure)
        {
            throw new CliException("wrong_schema", failure.Message);
        }
    }

    /// <summary>Does it.</summary>
    protected abstract Task<int> Use(Invocation invocation, CancellationToken cancellationToken);
}
