namespace RbacGrains.Cluster.Testing;

/// <summary>What is done to a cluster under load.</summary>
internal static class HarmTrials
{
    /// <summary>SIGKILL for one silo, which is started again when the others have given it up.</summary>
    /// <returns>What came of it, and how long it was until the others gave it up.</returns>
    public static async Task<(LoadReport Report, TimeSpan DeadAfter)> Kill(ClusterProcesses cluster, int victim)
    {
        var deadAfter = TimeSpan.Zero;
        var report = await ClusterLoad.While(cluster, async () =>
        {
            await cluster[victim].Kill();
            deadAfter = await MembershipTable.WaitDead(cluster, victim);
            await cluster.StartSilo(victim);
        });
        return (report, deadAfter);
    }

    /// <summary>The database dies, as by a power failure, and is started again.</summary>
    public static Task<LoadReport> RestartDatabase(ClusterProcesses cluster) =>
        ClusterLoad.While(cluster, () => cluster.Database.Restart());

    /// <summary>Each silo in turn is asked to go, and started again.</summary>
    /// <returns>What came of it, and the exit codes.</returns>
    public static async Task<(LoadReport Report, IReadOnlyList<int> ExitCodes)> RollingRestart(ClusterProcesses cluster)
    {
        var codes = new List<int>();
        var report = await ClusterLoad.While(cluster, async () =>
        {
            for (var number = 0; number < cluster.Nodes.Count; number++)
            {
                codes.Add(await cluster[number].Terminate());
                await cluster.StartSilo(number);
            }
        });
        return (report, codes);
    }
}
