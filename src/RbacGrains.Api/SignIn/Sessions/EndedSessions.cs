using System.Collections.Concurrent;

namespace RbacGrains.Api;

/// <summary>
/// The sessions that were signed out of before their time, so that a copy of the cookie opens nothing. Kept as empty files beside the keys
/// of the cookies, which every node of a cluster reads, and in memory where there is no such directory and so no node that could read a cookie.
/// </summary>
internal sealed class EndedSessions(SignInSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);
    private readonly string? _directory = settings.KeyDirectory is { } keys ? Path.Combine(keys, "ended-sessions") : null;
    private readonly Lock _sweeping = new();
    private DateTimeOffset _nextSweep;

    /// <summary>Makes the directory, so that its absence later can only mean that it cannot be reached.</summary>
    public void Open()
    {
        if (_directory is not null) Directory.CreateDirectory(_directory);
    }

    /// <summary>Ends a session.</summary>
    /// <param name="id">Its id, of hexadecimal digits.</param>
    /// <param name="begun">When it was begun, which says until when it could have lived.</param>
    /// <exception cref="RequestException">It could not be written down.</exception>
    public void End(string id, DateTimeOffset begun)
    {
        var until = begun + settings.Lifetime;
        _ended[id] = until;
        try
        {
            if (_directory is not null) Keep(_directory, id, until);
            if (IsTimeToSweep()) Sweep();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RequestException(new Problem(StatusCodes.Status503ServiceUnavailable, ProblemCodes.SignInUnavailable,
                "The end of the session could not be written down, so a copy of its cookie may still open it elsewhere. Sign out again."));
        }
    }

    /// <summary>Whether a session has ended, or nobody can tell because the directory cannot be reached.</summary>
    public bool Contains(string id) =>
        _ended.ContainsKey(id)
        || (_directory is not null && (File.Exists(Path.Combine(_directory, id)) || !Directory.Exists(_directory)));

    private static void Keep(string directory, string id, DateTimeOffset until)
    {
        var file = Path.Combine(directory, id);
        File.WriteAllBytes(file, []);
        File.SetLastWriteTimeUtc(file, until.UtcDateTime);
    }

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, until) in _ended)
            if (until < now) _ended.TryRemove(id, out _);
        if (_directory is null) return;
        // Two nodes may sweep at once; a file that is gone already does not matter.
        foreach (var kept in new DirectoryInfo(_directory).EnumerateFiles())
            if (kept.LastWriteTimeUtc < now.UtcDateTime) kept.Delete();
    }

    private bool IsTimeToSweep()
    {
        var now = clock.GetUtcNow();
        lock (_sweeping)
        {
            if (now < _nextSweep) return false;
            _nextSweep = now + BetweenSweeps;
            return true;
        }
    }
}
