namespace RbacGrains.Storage;

/// <summary>What differs from database to database. Disposing it closes its connections and gives up ownership.</summary>
internal interface IDatabaseEngine : IConnections, IAsyncDisposable
{
    /// <summary>The database in words, for messages; holds no secret.</summary>
    string Name { get; }

    /// <summary>How many writers it has.</summary>
    int Writers { get; }

    /// <summary>Where its writers run.</summary>
    TaskScheduler WriterScheduler { get; }

    /// <summary>Cancelled when another process may have become the owner of the database.</summary>
    CancellationToken OwnershipLost { get; }

    /// <summary>Brings the schema up to date.</summary>
    ValueTask Migrate(CancellationToken cancellationToken);

    /// <summary>One of its writers.</summary>
    IBatchWriter CreateWriter();
}
