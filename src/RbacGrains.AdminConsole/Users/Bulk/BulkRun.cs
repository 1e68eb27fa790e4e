using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>
/// Makes one change to several members, to each by itself: whoever is refused stays as they were, and nobody else is touched by it. Each
/// change has a name of its own, so that trying again makes none twice.
/// </summary>
public sealed class BulkRun(BulkPeople people, BulkAction action, TimeProvider clock)
{
    // Enough to keep the store busy, and few enough for everybody else.
    private const int AtOnce = 4;

    private readonly string _name = Guid.CreateVersion7(clock.GetUtcNow()).ToString("n");
    private readonly ConcurrentDictionary<string, Error?> _outcomes = new(StringComparer.Ordinal);
    private ImmutableArray<string> _retried = [];
    private int _done;

    /// <summary>How many were changed.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>How many were refused.</summary>
    public int Refused => _outcomes.Count - Done;

    /// <summary>How many have been come by.</summary>
    public int Passed => _outcomes.Count;

    /// <summary>How many there are; null where nobody has counted.</summary>
    public int? Total => people.Count;

    /// <summary>Whether somebody has stopped it before its end.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Why it broke off; null when it did not.</summary>
    public Error? Broken { get; private set; }

    /// <summary>Who was refused, and why, by name.</summary>
    public ImmutableArray<BulkOutcome> Refusals =>
        [.. _outcomes.Where(outcome => outcome.Value is not null).Select(outcome => new BulkOutcome(outcome.Key, outcome.Value)).OrderBy(outcome => outcome.User, StringComparer.Ordinal)];

    /// <summary>Who was changed, by name.</summary>
    public ImmutableArray<string> Changed =>
        [.. _outcomes.Where(outcome => outcome.Value is null).Select(outcome => outcome.Key).Order(StringComparer.Ordinal)];

    /// <summary>Makes the change to everybody.</summary>
    /// <param name="stop">Ends it; what has begun is finished.</param>
    public Task Start(CancellationToken stop) => Run(people.Read(stop), stop);

    /// <summary>Makes the change to those who were refused, once more.</summary>
    public Task Retry(CancellationToken stop)
    {
        _retried = [.. Refusals.Select(refusal => refusal.User)];
        foreach (var user in _retried) _outcomes.TryRemove(user, out _);
        return Run(Each(_retried), stop);
    }

    private static async IAsyncEnumerable<string> Each(ImmutableArray<string> users)
    {
        await Task.CompletedTask;
        foreach (var user in users) yield return user;
    }

    private async Task Run(IAsyncEnumerable<string> users, CancellationToken stop)
    {
        (IsStopped, Broken) = (false, null);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
            await Parallel.ForEachAsync(users, options, async (user, _) => await Change(user));
        }
        catch (OperationCanceledException)
        {
            IsStopped = true;
            // Whoever was to be tried again and was not is still refused.
            foreach (var user in _retried) _outcomes.TryAdd(user, NotTried());
        }
        catch (BulkReadException failure)
        {
            Broken = failure.Error;
        }
    }

    private async ValueTask Change(string user)
    {
        var context = people.Session.Change() with { OperationId = $"bulk-{_name}-{user}" };
        var error = await action.Make(people.Organization.Actor, context, user);
        // Under its name it is made once.
        if (error?.Code == ErrorCodes.OutcomeUnknown) error = await action.Make(people.Organization.Actor, context, user);
        if (_outcomes.TryAdd(user, error) && error is null) Interlocked.Increment(ref _done);
    }

    private static Error NotTried() => new(ErrorKind.Unavailable, ErrorCodes.GridUnavailable, "It was stopped before this one was tried again.");
}
