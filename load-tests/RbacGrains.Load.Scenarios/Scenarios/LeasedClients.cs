using System.Collections.Concurrent;
using RbacGrains.Client;

namespace RbacGrains.Load.Scenarios;

/// <summary>
/// Checks that a client answers in its own process, under leases, while roles change in the background, 20 a second: after each acknowledged change the
/// client is asked at once, and an answer from before counts as an error of the next check.
/// </summary>
#pragma warning disable CA1001 // They end with the scenario, see Clean.
internal sealed class LeasedClients(LoadContext context)
#pragma warning restore CA1001
{
    private const int Moving = 64;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<string> _found = new();
    private readonly CancellationTokenSource _ended = new();
    private Population _people = null!;
    private LeasedGrid _client = null!;
    private Task _revoking = Task.CompletedTask;

    /// <summary>How it is asked for.</summary>
    public static ScenarioEntry Entry { get; } = new(
        "leased-clients", "Checks in the client's own process under leases, with 20 changes of roles a second in the background.",
        (entry, context) => new LeasedClients(context).Make(entry));

    private Scenario Make(ScenarioEntry entry) => entry.Of([new Step("leased check", Check)], Init) with { Clean = Clean };

    private async Task Init(int users, CancellationToken cancellationToken)
    {
        _people = await context.Population(ModelUse.Letta, cancellationToken);
        var moving = await MovingMember.Make(context.Grid, _people, Entry.Name, Moving, _people.Size.Organizations, cancellationToken);
        _client = new LeasedGrid(context.Grid, context.Target.Leases, new LeasedGridOptions
        {
            MostHeld = (int)Math.Min(10_000_000, _people.Size.Users + Moving),
        });
        await _client.Connect(cancellationToken);
        _revoking = Task.Run(() => Revoke(moving), CancellationToken.None);
    }

    private async Task Clean(CancellationToken cancellationToken)
    {
        await _ended.CancelAsync();
        await _revoking;
        await _client.DisposeAsync();
        _ended.Dispose();
    }

    private async ValueTask<StepResult> Check(VirtualUser user, CancellationToken cancellationToken)
    {
        if (_found.TryDequeue(out var found)) return StepResult.Of(found);
        var (organization, member, kind) = _people.Any(user);
        var question = LettaQuestions.Any(user);
        var isAllowed = await _client.Allows(member, organization, question.Action, null, cancellationToken);
        if (isAllowed == question.IsAllowedTo(kind)) return StepResult.Ok;
        // A service that is not there is another error than a wrong answer.
        return Answers.Judge(await _client.Check(member, organization, question.Action, null, cancellationToken), !isAllowed) is { Error: { } code }
            ? StepResult.Of(code)
            : StepResult.Of(Answers.Wrong);
    }

    private async Task Revoke(MovingMember[] moving)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            for (long number = 0; await timer.WaitForNextTickAsync(_ended.Token); number++)
            {
                var member = moving[number % moving.Length];
                // Held before, so that there is something to drop.
                foreach (var result in (StepResult[])[
                    await member.Check(_client, _ended.Token), await member.Change(context.Grid, CancellationToken.None), await member.Check(_client, _ended.Token)])
                    if (result.Error is { } error) _found.Enqueue(error);
            }
        }
        catch (OperationCanceledException)
        {
            // The scenario has ended.
        }
#pragma warning disable CA1031 // Whatever goes wrong is what is measured.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _found.Enqueue(failure.GetType().Name);
        }
    }
}
