using Microsoft.Extensions.Logging;

namespace RbacGrains.Client;

/// <summary>
/// Keeps a session: opens one, renews its lease, acknowledges what was dropped, and opens another one when it is lost. A lease counts from before
/// it was asked for. What it comes to is in its <see cref="LeaseStanding"/>.
/// </summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private const int RenewalsPerLease = 5;

    private readonly ILeaseSource _source;
    private readonly LeasedGridOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly LeaseClock _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly Lock _guard = new();
    private readonly LeaseStanding _standing;
    private Task? _running;
    private int _failures;

    public LeaseKeeper(ILeaseSource source, LeasedGridOptions options, TimeProvider time, ILogger logger)
    {
        (_source, _options, _time, _logger, _clock) = (source, options, time, logger, new LeaseClock(time));
        _standing = new LeaseStanding(options, _clock, logger);
    }

    /// <summary>What is held at this moment.</summary>
    public HeldRecords Records => _standing.Records;

    /// <summary>How it stands with the service.</summary>
    public LeaseState State => _standing.State;

    /// <summary>Why the service grants no lease; null when it does, or cannot be asked.</summary>
    public Error? Refusal => _standing.Refusal;

    /// <summary>
    /// The session, as soon as there is one; null at once while the service cannot be reached or grants no lease. The first who asks sets
    /// everything going.
    /// </summary>
    public Task<ClientSession?> Session
    {
        get
        {
            if (_running is null) Start();
            return _standing.Session;
        }
    }

    /// <summary>Begins, if nobody has yet.</summary>
    public void Start()
    {
        lock (_guard)
            if (!_stop.IsCancellationRequested) _running ??= Task.Run(Run);
    }

    /// <summary>Gives the lease back. From then on nothing is allowed.</summary>
    public async ValueTask DisposeAsync()
    {
        Task? running;
        lock (_guard)
        {
            if (_stop.IsCancellationRequested) return;
            _stop.Cancel();
            running = _running;
        }
        if (running is not null) await running;
        _standing.Stop();
    }

    private async Task Run()
    {
        while (!_stop.IsCancellationRequested)
        {
            var connected = await Connect();
            if (connected is { } lease)
            {
                _failures = 0;
                await Keep(lease.Session, lease.Connection, lease.Length);
                continue;
            }
            await Pause();
        }
    }

    private async Task<Lease?> Connect()
    {
        var session = new ClientSession(_source, _options, Wake, _logger);
        try
        {
            using var patience = Patience(TimeSpan.FromSeconds(10));
            var before = _clock.Now;
            var connected = await _source.Connect(session, patience.Token);
            if (!connected.Succeeded)
            {
                _standing.Refuse(connected.Error);
                return null;
            }
            var length = connected.Value.Session.Lease;
            session.Begin(connected.Value.Session);
            _standing.Extend(session, before, length);
            _standing.Publish(session, length);
            return new Lease(session, connected.Value, length);
        }
        catch (Exception failure)
        {
            if (!_stop.IsCancellationRequested) _standing.Lose(failure);
            return null;
        }
    }

    private async Task Keep(ClientSession session, ILeaseConnection connection, TimeSpan length)
    {
        var period = length / RenewalsPerLease;
        await using var heartbeat = _time.CreateTimer(_ => Wake(), null, period, period);
        _ = connection.Closed.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        while (await Woken() && !connection.Closed.IsCompleted && !session.IsLost && await Renew(session, length))
        {
        }

        if (_stop.IsCancellationRequested) await GiveBack(session, connection.Session);
        // What is held may answer for as long as the lease lasts, and no longer: nobody says any more what to drop.
        _standing.Await();
        session.Dispose();
        await Close(connection);
    }

    /// <summary>Renews the lease.</summary>
    /// <returns>Whether it goes on.</returns>
    private async Task<bool> Renew(ClientSession session, TimeSpan length)
    {
        var before = _clock.Now;
        try
        {
            using var patience = Patience(length / 2);
            var renewed = await session.Renew(patience.Token);
            if (renewed.Succeeded)
            {
                _standing.Extend(session, before, renewed.Value);
                // What was dropped meanwhile.
                if (session.HasNews) Wake();
            }
            else if (renewed.Error.Kind != ErrorKind.Unavailable)
            {
                _logger.Ended(renewed.Error.Code);
                session.Lose();
            }
        }
        catch (Exception)
        {
            // It may have been heard all the same, and is tried again with the next heartbeat.
        }
        return _clock.Now < session.Records.Until;
    }

    // Nothing is answered any more before the service is told so.
    private async Task GiveBack(ClientSession session, ILeaseSession lease)
    {
        session.Records.Until = long.MinValue;
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), _time);
            await lease.End().AsTask().WaitAsync(patience.Token);
        }
        catch (Exception)
        {
            // The session ends with its lease all the same.
        }
    }

    private void Wake()
    {
        lock (_guard)
            if (_wake.CurrentCount == 0) _wake.Release();
    }

    private async Task<bool> Woken()
    {
        try
        {
            await _wake.WaitAsync(_stop.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // Longer each time up to a bound, and never for many clients at the same moment.
    private async Task Pause()
    {
        var longest = _options.LongestBackoff.TotalMilliseconds;
        var pause = Math.Min(longest, 100 * Math.Pow(2, Math.Min(_failures++, 16)));
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(pause * (0.5 + Random.Shared.NextDouble() / 2)), _time, _stop.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private CancellationTokenSource Patience(TimeSpan time)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var over = new CancellationTokenSource(time, _time);
        over.Token.Register(() => Cancel(patience));
        patience.Token.Register(over.Dispose);
        return patience;
    }

    // It may be disposed of: what it was for has come to its end.
    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
        }
    }

    private static async Task Close(ILeaseConnection connection)
    {
        try
        {
            await connection.DisposeAsync();
        }
        catch (Exception)
        {
            // The session ends with its lease all the same.
        }
    }

    private sealed record Lease(ClientSession Session, ILeaseConnection Connection, TimeSpan Length);
}
