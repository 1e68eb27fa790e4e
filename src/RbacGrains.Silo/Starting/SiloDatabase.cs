using RbacGrains.Storage;

namespace RbacGrains.Silo;

/// <summary>Makes sure of the database before anything of Orleans is started on it.</summary>
internal static class SiloDatabase
{
    /// <summary>Opens the database, migrates it where that is allowed, and looks whether it is this cluster's.</summary>
    /// <exception cref="SchemaException">The schema is older or newer than the program.</exception>
    /// <exception cref="StorageUnavailableException">The database is unreachable, or another service or cluster is on it.</exception>
    public static async Task Prepare(SiloSettings settings, IConfiguration configuration, CancellationToken cancellationToken)
    {
        // The node has no log yet, but migrations belong into one.
        using var log = LoggerFactory.Create(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddConsole());
        if (settings.Development) Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(DatabaseSettings.DevelopmentFile))!);
        await using var database = await GridDatabase.Open(
            settings.Database.Storage, TimeProvider.System, log.CreateLogger<GridDatabase>(), cancellationToken);
        var others = await database.ReadOtherClusters(settings.Cluster.ClusterId, cancellationToken);
        if (others.IsEmpty) return;
        throw new StorageUnavailableException(
            $"the cluster '{others[0]}' is alive on this database, and two clusters would answer for the same organizations. "
            + "Name it in Rbac:ClusterId to join it, or stop its nodes and start again, 2 minutes after any that died.");
    }
}
