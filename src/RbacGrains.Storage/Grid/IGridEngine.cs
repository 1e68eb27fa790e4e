using System.Data.Common;

namespace RbacGrains.Storage;

/// <summary>What differs from database to database, for a cluster.</summary>
internal interface IGridEngine : IReadConnections, IAsyncDisposable
{
    /// <summary>The database in words, for messages; holds no secret.</summary>
    string Name { get; }

    /// <summary>How its schema is changed.</summary>
    SchemaDialect Dialect { get; }

    /// <summary>The folder of its scripts.</summary>
    string Scripts { get; }

    /// <summary>Asks for the database's clock, as text in ISO 8601.</summary>
    string Clock { get; }

    /// <summary>Lists unfinished records after a key, last written so many seconds ago.</summary>
    string Unfinished { get; }

    /// <summary>Whether silos find each other in this database.</summary>
    bool HasMembership { get; }

    /// <summary>A connection that may write.</summary>
    ValueTask<DbConnection> Open(CancellationToken cancellationToken);

    /// <summary>What an operator should know of a failure.</summary>
    StorageUnavailableException Unavailable(Exception failure);
}
