using System.Diagnostics;

namespace RbacGrains.Cluster.Testing;

/// <summary>
/// A silo stands still until the others have declared it dead. Meanwhile members lose what they had, by acknowledged changes. Requests
/// for checks are laid into its sockets before it goes on, so it finds them the moment it wakes up, still believing to be a member.
/// </summary>
internal sealed class PauseTrial(ClusterProcesses cluster)
{
    private const string Organization = "paused";
    private const string Action = "agents:create";
    private const int Paused = 2;

    private const int Users = 30;

    private static readonly List<string> Names = [.. Enumerable.Range(0, Users).Select(user => $"user-{user}")];

    /// <summary>Runs the trial.</summary>
    public async Task<PauseReport> Run()
    {
        await cluster.Nodes[0].CreateOrganization(Organization, "letta");
        await Whereabouts.Wake(cluster.Nodes, Organization, Names, _ => Paused);
        foreach (var user in Names) (await cluster.Nodes[0].PutMember(Organization, user, """{"role":"editor"}""")).Require();
        await using var client = await cluster.Connect(Paused);
        var livedThere = (await Whereabouts.Count(client, cluster.Addresses, Names))[Paused];
        // From here on the silo holds what it was asked, and the connections are there.
        if (!(await Ask(Paused, client.Grid)).All(heard => heard is Heard.Allowed))
            throw new InvalidOperationException("The editors are none before anything happened.");

        var stopped = Stopwatch.GetTimestamp();
        await cluster[Paused].Stop();
        var revoking = Task.WhenAll(Names.Select(Revoke));
        var deadAfter = await MembershipTable.WaitDead(cluster, Paused);
        await revoking;
        var acknowledgedAfter = Stopwatch.GetElapsedTime(stopped);

        var asking = Ask(Paused, client.Grid);
        await cluster[Paused].Continue();
        var heard = await asking;
        var exitCode = await cluster[Paused].WaitForExit();
        await cluster.StartSilo(Paused);
        var afterwards = await Task.WhenAll(Enumerable.Range(0, cluster.Nodes.Count).SelectMany(Ask));
        return new PauseReport(
            livedThere,
            deadAfter,
            acknowledgedAfter,
            heard.Count(answer => answer is Heard.Allowed),
            heard.Count(answer => answer is Heard.Denied),
            heard.Count(answer => answer is Heard.Nothing),
            afterwards.Count(answer => answer is not Heard.Denied),
            exitCode);
    }

    // The change keeps its name, so it may be repeated until it is answered.
    private async Task Revoke(string user, int number)
    {
        var answer = await new PatientApi([.. cluster.Nodes.Take(Paused)], new Timeline()).Send(
            OperationKind.Change, number, node => node.AssignRole(Organization, user, "analyst", $"revoke-{user}"));
        answer.Require();
    }

    /// <summary>Asks a silo over HTTP, and as an Orleans client that knows no other gateway.</summary>
    private async Task<IReadOnlyList<Heard>> Ask(int silo, IGrid grid) => await Task.WhenAll(
    [
        .. Ask(silo),
        .. Names.Select(async user =>
        {
            var answer = await grid.User(user).Check(Organization, Action);
            return !answer.Succeeded ? Heard.Nothing : answer.Value.Allowed ? Heard.Allowed : Heard.Denied;
        }),
    ]);

    private IEnumerable<Task<Heard>> Ask(int silo) => Names.Select(async user =>
    {
        var answer = await cluster.Nodes[silo].Check(Organization, user, Action);
        return !answer.Succeeded ? Heard.Nothing : answer.Json.GetProperty("allowed").GetBoolean() ? Heard.Allowed : Heard.Denied;
    });

    private enum Heard
    {
        Nothing,
        Denied,
        Allowed,
    }
}

/// <summary>What came of it.</summary>
/// <param name="LivedThere">How many of the 30 users lived on the silo, so that it could have answered from memory.</param>
/// <param name="DeadAfter">How long after it was stopped the others had given the silo up.</param>
/// <param name="AcknowledgedAfter">How long after that all revocations were acknowledged.</param>
/// <param name="Stale">How many of the checks laid before the silo were answered with what was revoked.</param>
/// <param name="Denied">How many were denied, as they have to be.</param>
/// <param name="Unanswered">How many it could not answer.</param>
/// <param name="WrongAfterwards">How many checks were not denied when it was started again, by whichever silo.</param>
/// <param name="ExitCode">How the stopped process ended.</param>
internal sealed record PauseReport(
    int LivedThere, TimeSpan DeadAfter, TimeSpan AcknowledgedAfter, int Stale, int Denied, int Unanswered, int WrongAfterwards, int ExitCode)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{LivedThere} of 30 users lived on it; declared dead after {DeadAfter.Show()}, all revocations acknowledged after {AcknowledgedAfter.Show()}; of the checks laid before it "
        + $"{Denied} denied, {Unanswered} not answered, {Stale} stale; {WrongAfterwards} wrong afterwards; it ended with {ExitCode}";
}
