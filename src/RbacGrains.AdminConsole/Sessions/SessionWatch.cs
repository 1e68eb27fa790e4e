using RbacGrains.Api;

namespace RbacGrains.AdminConsole;

/// <summary>
/// Notices that the session under a connection is over: signed out of in another tab, too old, or idle for too long. A connection is no
/// request, so nobody else would look.
/// </summary>
internal sealed class SessionWatch(SessionLife life, TimeProvider clock)
{
    private (string Id, DateTimeOffset Begun)? _session;
    private long _used = clock.GetTimestamp();

    /// <summary>How often the session is looked at while nothing is done.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Raised when somebody wants to do something in a session that is over.</summary>
    public event Action? Refused;

    /// <summary>Whether the session is over. A connection without one never does anything.</summary>
    public bool IsOver => _session is { } session && (life.IsOver(session.Id, session.Begun) || clock.GetElapsedTime(_used) > life.IdleTimeout);

    /// <summary>Begins to watch.</summary>
    public void Begin((string Id, DateTimeOffset Begun)? session) => _session = session;

    /// <summary>Notes that the page was used.</summary>
    /// <returns>Whether it may be: false, and <see cref="Refused"/>, when the session is over.</returns>
    public bool Use()
    {
        if (IsOver)
        {
            Refused?.Invoke();
            return false;
        }

        _used = clock.GetTimestamp();
        return true;
    }
}
