using Microsoft.Extensions.Logging;

namespace RbacGrains.Client;

/// <summary>
/// One session of this process: what is held under it, what is being asked for, and what the service has yet to be told. Whoever asks for what
/// another one is asking for already waits for the same answer; the answer to several is asked for in one request.
/// </summary>
internal sealed class ClientSession(ILeaseSource source, LeasedGridOptions options, Action changed, ILogger logger) : ILeaseHolder, IDisposable
{
    private const int MostRequests = 4;

    private readonly Lock _guard = new();
    private readonly Dictionary<AccessKey, TaskCompletionSource<Error?>> _waiting = [];
    private readonly Queue<AccessKey> _queue = new();
    private readonly List<FetchBatch> _asked = [];
    private readonly Dictionary<(string Name, int Version), AuthorizationModel> _models = [];
    private readonly CancellationTokenSource _ended = new();
    private readonly Released _released = new();
    private ILeaseSession? _session;
    private int _requests;
    private long _sequence;
    private long _dropped;
    private volatile bool _isTold;

    /// <summary>What is held.</summary>
    public HeldRecords Records { get; } = new(options.MostHeld);

    /// <summary>Whether the service has said that the session is no more.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether the service waits to hear that something was dropped.</summary>
    public bool HasNews => Volatile.Read(ref _dropped) > Acknowledged;

    /// <summary>The number of the last drop that the service was told of.</summary>
    private long Acknowledged { get; set; }

    /// <summary>Begins: there is a session now.</summary>
    public void Begin(ILeaseSession session) => _session = session;

    /// <inheritdoc/>
    public bool Drop(LeaseDrop drop)
    {
        lock (_guard)
        {
            Records.Drop(drop.Kind, drop.Id, _released);
            foreach (var batch in _asked) batch.Note(drop);
            Volatile.Write(ref _dropped, Math.Max(_dropped, drop.Number));
        }
        changed();
        return false;
    }

    /// <summary>Asks for an access and its policy.</summary>
    /// <returns>Null when they are held, or were for a moment; an error when nothing can be held.</returns>
    public Task<Error?> Fetch(AccessKey key)
    {
        Task<Error?> answer;
        lock (_guard)
        {
            if (_ended.IsCancellationRequested) return Task.FromResult<Error?>(LeaseErrors.Unreachable);
            if (_waiting.TryGetValue(key, out var waiting)) return waiting.Task;
            waiting = new TaskCompletionSource<Error?>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(key, waiting);
            _queue.Enqueue(key);
            answer = waiting.Task;
            if (_requests == MostRequests) return answer;
            _requests++;
        }
        _ = Pump();
        return answer;
    }

    /// <summary>Renews the lease, and tells what was dropped and released.</summary>
    /// <returns>For how long, from before this was called.</returns>
    public async ValueTask<Result<TimeSpan>> Renew(CancellationToken cancellationToken)
    {
        LeaseRenewal renewal;
        lock (_guard) renewal = new LeaseRenewal(_dropped, TakeReleased());
        var isTold = false;
        try
        {
            var renewed = await _session!.Renew(renewal, cancellationToken);
            isTold = renewed.Succeeded;
            if (isTold) Acknowledged = renewal.Acknowledged;
            return renewed;
        }
        finally
        {
            if (!isTold && renewal.Released is { } released) TellAgain(released);
        }
    }

    /// <summary>The session is no more: nothing is answered from what was held.</summary>
    public void Lose()
    {
        Records.Until = long.MinValue;
        IsLost = true;
        changed();
    }

    /// <summary>Asks for nothing any more; what is held answers for as long as it may.</summary>
    public void Dispose()
    {
        List<TaskCompletionSource<Error?>> waiting;
        lock (_guard)
        {
            if (_ended.IsCancellationRequested) return;
            _ended.Cancel();
            waiting = [.. _waiting.Values];
            _waiting.Clear();
            _queue.Clear();
        }
        foreach (var answer in waiting) answer.TrySetResult(LeaseErrors.Unreachable);
    }

    // Whoever comes while requests are under way is asked for with the next one.
    private async Task Pump()
    {
        await Task.Yield();
        while (Next() is { } batch)
        {
            var outcome = await Ask(batch);
            lock (_guard) _asked.Remove(batch);
            // Whoever waits is answered when there is another session.
            if (outcome.Failure?.Code == ErrorCodes.LeaseEnded) Lose();
            else foreach (var key in batch.Keys) Answer(key, outcome);
        }
    }

    private FetchBatch? Next()
    {
        lock (_guard)
        {
            var keys = new List<AccessKey>();
            // Each may need a policy beside.
            while (keys.Count < LeaseOptions.MostItems / 2 && _queue.TryDequeue(out var key)) keys.Add(key);
            if (keys.Count == 0)
            {
                _requests--;
                return null;
            }
            var batch = new FetchBatch(++_sequence, keys);
            _asked.Add(batch);
            return batch;
        }
    }

    private async Task<Outcome> Ask(FetchBatch batch)
    {
        try
        {
            LeaseRequest request;
            lock (_guard)
                request = new LeaseRequest(
                    batch.Sequence, [.. batch.Keys], [.. batch.Organizations.Where(organization => !Records.HoldsPolicy(organization))]);
            var answer = await _session!.Acquire(request, _ended.Token);
            if (!answer.Succeeded) return new Outcome(answer.Error, null);
            var policies = new List<(string Organization, HeldPolicy Policy)>();
            foreach (var policy in answer.Value.Policies) policies.Add((policy.Organization, await Compile(policy)));
            lock (_guard) Hold(batch, answer.Value, policies);
            _isTold = false;
            return new Outcome(null, answer.Value.Refused.ToDictionary(
                refusal => refusal.Organization, refusal => refusal.Error, StringComparer.Ordinal));
        }
        catch (Exception failure)
        {
            // Whether the service is there is the renewal's to find out.
            if (!_isTold && !_ended.IsCancellationRequested) logger.NotFetched(failure);
            _isTold = true;
            return new Outcome(LeaseErrors.Unreachable, null);
        }
    }

    private void Hold(FetchBatch batch, LeaseAnswer answer, List<(string Organization, HeldPolicy Policy)> policies)
    {
        foreach (var (organization, policy) in policies)
            if (!batch.DroppedOrganizations.Contains(organization)) Records.Put(organization, policy);
        foreach (var access in answer.Accesses)
            if (!batch.DroppedUsers.Contains(access.User)) Records.Put(access, _released);
    }

    private async ValueTask<HeldPolicy> Compile(LeasedPolicy leased)
    {
        if (leased.Description is not { } policy) return new HeldPolicy(null, 0, leased.Error ?? LeaseErrors.Unreachable);
        var model = await Model(policy.Model, policy.ModelVersion);
        return model?.FindPlan(policy.Plan) is null
            ? new HeldPolicy(null, policy.Incarnation, Errors.ModelUnavailable(policy.Model, policy.Plan))
            : new HeldPolicy(new Policy(model, policy.Plan, policy.Version, policy.CustomRoles), policy.Incarnation, null);
    }

    private async ValueTask<AuthorizationModel?> Model(string name, int version)
    {
        lock (_guard)
            if (_models.TryGetValue((name, version), out var known)) return known;
        var model = await source.FindModel(name, version, _ended.Token);
        if (model is null) return null;
        lock (_guard) return _models[(name, version)] = model;
    }

    private void Answer(AccessKey key, Outcome outcome)
    {
        TaskCompletionSource<Error?>? waiting;
        lock (_guard) _waiting.Remove(key, out waiting);
        waiting?.TrySetResult(outcome.Failure ?? outcome.Refused?.GetValueOrDefault(key.Organization));
    }

    // What has been asked for again since it was released is held again, or about to be.
    private LeaseRelease? TakeReleased()
    {
        if (_released.Users.Count + _released.Organizations.Count == 0) return null;
        var users = _released.Users.Where(user => !Records.HoldsUser(user) && !_asked.Exists(batch => batch.Users.Contains(user)))
            .Take(LeaseRenewal.MostReleased / 2).ToList();
        var organizations = _released.Organizations
            .Where(organization => !Records.HoldsOrganization(organization) && !_asked.Exists(batch => batch.Organizations.Contains(organization)))
            .Take(LeaseRenewal.MostReleased / 2).ToList();
        if (users.Count < LeaseRenewal.MostReleased / 2) _released.Users.Clear();
        else _released.Users.ExceptWith(users);
        if (organizations.Count < LeaseRenewal.MostReleased / 2) _released.Organizations.Clear();
        else _released.Organizations.ExceptWith(organizations);
        return new LeaseRelease(_sequence, [.. users], [.. organizations]);
    }

    private void TellAgain(LeaseRelease released)
    {
        lock (_guard)
        {
            _released.Users.UnionWith(released.Users);
            _released.Organizations.UnionWith(released.Organizations);
        }
    }

    /// <summary>What came of a request.</summary>
    private sealed record Outcome(Error? Failure, Dictionary<string, Error>? Refused);
}
