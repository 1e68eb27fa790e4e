using System.Collections.Concurrent;

namespace RbacGrains.Client.Tests.AspNetCore;

/// <summary>Permissions that say what a test wants, and remember what they were asked.</summary>
internal sealed class Answering : IPermissions
{
    private static readonly Decision Granted = new(DecisionReason.Granted, 1, 1);

    private readonly ConcurrentQueue<string> _asked = new();

    /// <summary>What is answered, by action; not granted unless said otherwise.</summary>
    public Dictionary<string, Func<CancellationToken, Result<Decision>>> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Who may do everything.</summary>
    public HashSet<string> Admins { get; } = new(StringComparer.Ordinal);

    /// <summary>What was asked: <c>user organization[/project] action</c>.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public Answering Allow(params string[] actions)
    {
        foreach (var action in actions) Answers[action] = _ => Granted;
        return this;
    }

    public Answering Answer(string action, Result<Decision> answer)
    {
        Answers[action] = _ => answer;
        return this;
    }

    public async ValueTask<bool> Allows(
        string user, string organization, string action, string? project = null, CancellationToken cancellationToken = default) =>
        await Check(user, organization, action, project, cancellationToken) is { Succeeded: true, Value.Allowed: true };

    public ValueTask<Result<Decision>> Check(
        string user, string organization, string action, string? project = null, CancellationToken cancellationToken = default)
    {
        _asked.Enqueue(project is null ? $"{user} {organization} {action}" : $"{user} {organization}/{project} {action}");
        if (Admins.Contains(user)) return new(Granted);
        return new(Answers.TryGetValue(action, out var answer) ? answer(cancellationToken) : new Decision(DecisionReason.NotGranted, 1, 1));
    }
}
