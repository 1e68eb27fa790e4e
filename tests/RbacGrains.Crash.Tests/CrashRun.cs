using System.Diagnostics;
using Xunit.Abstractions;

namespace RbacGrains.Crash.Tests;

/// <summary>Round after round on one database: start, look, load, kill.</summary>
internal sealed class CrashRun(ServerDatabase database, int seed, ITestOutputHelper output)
{
    private const int MostAcknowledged = 250;
    private const int MostMicroseconds = 3000;

    private readonly Ledger _ledger = new();
    private readonly Random _random = new(seed);

    /// <summary>Runs the rounds, and looks at everything once more at the end.</summary>
    public async Task Run(int rounds)
    {
        output.WriteLine($"seed {seed}");
        try
        {
            for (var number = 0; number < rounds; number++) await Live(number);
            await Visit(async (api, _) => await Check(api, Enumerable.Range(0, rounds)));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"With seed {seed}: {failure.Message}", failure);
        }

        output.WriteLine($"{rounds} kills, {_ledger.Changes.Count} changes, {_ledger.Acknowledged} acknowledged, "
            + $"{_ledger.Changes.Count(change => change.IsUnknown)} under way when the program died");
    }

    private async Task Live(int number)
    {
        if (number % 5 == 4) await DieWhileStarting();
        await Visit(async (api, server) =>
        {
            if (number == 0) await _ledger.Send(api, new Changes(_ledger, _random).Create(Round.Main, "letta"));
            else await Check(api, [number - 1]);
            var enough = _ledger.WaitFor(_random.Next(1, MostAcknowledged));
            var load = new Round(number, api, _ledger, _random.Next()).Run();
            await Task.WhenAny(enough, load);
            SpinFor(_random.Next(MostMicroseconds));
            await server.Kill();
            await load;
        });
    }

    /// <summary>What resumes unfinished work after a crash may crash, too.</summary>
    private async Task DieWhileStarting()
    {
        using var server = ServerProcess.Start(database);
        await Task.WhenAny(server.WaitReady(), Task.Delay(TimeSpan.FromMilliseconds(_random.Next(1000))));
        await server.Kill();
    }

    private async Task Visit(Func<ApiClient, ServerProcess, Task> visit)
    {
        using var server = ServerProcess.Start(database);
        using var api = new ApiClient(await server.WaitReady());
        await visit(api, server);
    }

    private async Task Check(ApiClient api, IEnumerable<int> rounds)
    {
        var changes = _ledger.Changes.ToLookup(change => change.Organization, StringComparer.Ordinal);
        await OrganizationChecks.Check(api, changes);
        foreach (var organization in rounds.Select(number => $"moving-{number}").Append(Round.Main))
        {
            if (await api.Find($"/v1/organizations/{organization}") is null) continue;
            IReadOnlyList<Change> all = [.. changes[organization]];
            await MemberChecks.Check(api, organization, all);
            await InvitationChecks.Check(api, organization, all, await AuditChecks.Read(api, organization));
            await PlanChecks.Check(api, organization, all, await AuditChecks.Read(api, organization));
            await Repetition.Send(api, all);
            AuditChecks.Check(all, await AuditChecks.Read(api, organization));
        }
    }

    // Not to wait, but to strike at another moment than that of an answer.
    private static void SpinFor(int microseconds)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMicroseconds(microseconds)) Thread.SpinWait(10);
    }
}
