using RbacGrains.Client;

namespace RbacGrains.Load.Scenarios;

/// <summary>A grid that is loaded, and what scenarios need of its host.</summary>
public interface ILoadTarget : IAsyncDisposable
{
    /// <summary>As the report calls it.</summary>
    string Name { get; }

    /// <summary>The grid; another one after a restart.</summary>
    IGrid Grid { get; }

    /// <summary>The bytes between this program and the target; null where they do not pass through this program's hands.</summary>
    Traffic? Traffic { get; }

    /// <summary>Whether its host can be restarted on what it has stored.</summary>
    bool CanRestart { get; }

    /// <summary>Ends the host and starts it again on the same store, so that nothing is in its memory.</summary>
    /// <exception cref="NotSupportedException">It cannot, see <see cref="CanRestart"/>.</exception>
    Task Restart(CancellationToken cancellationToken);

    /// <summary>What grants leases to a client of the target.</summary>
    ILeaseSource Leases { get; }
}
