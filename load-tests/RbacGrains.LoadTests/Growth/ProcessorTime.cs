using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace RbacGrains.LoadTests;

/// <summary>The processor time that silos and their PostgreSQL have used so far, as Linux counts it.</summary>
internal sealed class ProcessorTime
{
    // Of /proc/<id>/stat, behind the name in parentheses.
    private const int Parent = 1;
    private const int User = 11;
    private const int ChildSystem = 14;

    // What Linux counts in for every program, whatever the kernel's own.
    private const double TicksASecond = 100;

    private readonly ClusterProcesses _cluster;
    private readonly int _postmaster;

    private ProcessorTime(ClusterProcesses cluster, int postmaster) => (_cluster, _postmaster) = (cluster, postmaster);

    /// <summary>Finds the processes.</summary>
    public static async Task<ProcessorTime> Of(ClusterProcesses cluster)
    {
        await using var connection = new NpgsqlConnection($"{cluster.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        return new ProcessorTime(cluster, (int)Stat(connection.ProcessID)![Parent]);
    }

    /// <summary>The time of all silos together.</summary>
    public TimeSpan OfSilos()
    {
        var sum = TimeSpan.Zero;
        for (var silo = 0; silo < _cluster.Addresses.Count; silo++)
        {
            using var process = Process.GetProcessById(_cluster[silo].Id);
            sum += process.TotalProcessorTime;
        }
        return sum;
    }

    /// <summary>The time of the database server and all that work for it, also those that have ended.</summary>
    public TimeSpan OfDatabase()
    {
        var ticks = Stat(_postmaster)![User..(ChildSystem + 1)].Sum();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && Stat(id) is { } stat && (int)stat[Parent] == _postmaster)
                ticks += stat[User] + stat[User + 1];
        return TimeSpan.FromSeconds(ticks / TicksASecond);
    }

    // Null for a process that has just ended.
    private static double[]? Stat(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return
            [
                .. text[(text.LastIndexOf(')') + 2)..].Split(' ').Take(ChildSystem + 1)
                    .Select(word => double.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : 0),
            ];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
