using System.Data.Common;

namespace RbacGrains.Storage;

/// <summary>A connection that keeps the commands it has prepared. Used by one caller at a time.</summary>
/// <param name="connection">The open connection.</param>
/// <param name="giveBack">Takes the connection back when the caller is done with it; null closes it.</param>
internal sealed class PreparedConnection(DbConnection connection, Func<PreparedConnection, ValueTask>? giveBack = null) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>The command of a text, ready to run. The same text always comes with the same parameters.</summary>
    public DbCommand Command(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_commands.TryGetValue(text, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            _commands.Add(text, command);
        }

        for (var i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command;
    }

    /// <summary>Ends this caller's use.</summary>
    public ValueTask DisposeAsync() => giveBack is null ? Close() : giveBack(this);

    /// <summary>Closes the connection.</summary>
    public async ValueTask Close()
    {
        foreach (var command in _commands.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
