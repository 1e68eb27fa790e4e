using System.Collections.Concurrent;

namespace RbacGrains.Crash.Tests;

/// <summary>Every change that was ever sent, and what became of it.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Change> _changes = new();
    private TaskCompletionSource _enough = new();
    private int _acknowledged;
    private int _ids;
    private int _wanted;

    public IReadOnlyList<Change> Changes => [.. _changes];

    public int Acknowledged => _acknowledged;

    /// <summary>A new id.</summary>
    public int NextId() => Interlocked.Increment(ref _ids);

    /// <summary>Ends when that many more changes were acknowledged.</summary>
    public Task WaitFor(int more)
    {
        _enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _wanted = _acknowledged + more;
        return _enough.Task;
    }

    /// <summary>Sends a change and writes down what became of it.</summary>
    /// <returns>The answer; null when the program is dead.</returns>
    public async Task<Answer?> Send(ApiClient api, Change change)
    {
        _changes.Enqueue(change);
        var answer = await api.Send(change);
        if (answer is not null) Note(change, answer);
        return answer;
    }

    /// <summary>Sends a change twice at the same time under its one key.</summary>
    public async Task<Answer?> SendTwice(ApiClient api, Change change)
    {
        _changes.Enqueue(change);
        var answers = await Task.WhenAll(api.Send(change), api.Send(change));
        var answer = answers[0] ?? answers[1];
        if (answer is not null) Note(change, answer);
        return answers.Any(one => one is null) ? null : answer;
    }

    private void Note(Change change, Answer answer)
    {
        Assert.True(answer.Status < 500, $"{change} was answered with {answer}");
        if (answer.Json.TryGetProperty("access_version", out var version) || answer.Json.TryGetProperty("version", out version))
            change.Version = version.GetInt64();
        change.Outcome = answer.IsSuccess ? Outcome.Acknowledged : Outcome.Refused;
        if (answer.IsSuccess && Interlocked.Increment(ref _acknowledged) == _wanted) _enough.TrySetResult();
    }
}
