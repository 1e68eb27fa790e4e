namespace RbacGrains.Cluster.Testing;

/// <summary>
/// Invitations that are accepted through one node while whoever sent them is removed through another. The audit log tells which came first:
/// a membership may only begin while the inviter is a member.
/// </summary>
internal sealed class InvitationRaceTrial(IReadOnlyList<NodeApi> nodes)
{
    private const string Organization = "invitations";

    /// <summary>Runs rounds, each with an inviter and a guest of its own.</summary>
    public async Task<InvitationRaceReport> Run(int rounds)
    {
        await nodes[0].CreateOrganization(Organization, "letta");
        var (wrong, accepted, refused) = (new List<string>(), 0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var (inviter, guest) = ($"inviter-{round}", $"guest-{round}");
            (await nodes[round % nodes.Count].PutMember(Organization, inviter, """{"role":"admin"}""")).Require();
            var token = await Invite(round, inviter, guest);
            var answers = await Task.WhenAll(
                nodes[(round + 1) % nodes.Count].Send(
                    HttpMethod.Post, "/v1/invitations/accept", $$"""{"token":"{{token}}","user":"{{guest}}","email":"{{guest}}@example.com"}"""),
                Remove(nodes[(round + 2) % nodes.Count], inviter, round));
            answers[1].Require();
            if (answers[0].Succeeded) accepted++;
            else if (answers[0].Code == ErrorCodes.InviterNotPermitted) refused++;
            else wrong.Add($"Round {round}: the acceptance was answered {answers[0]}");
            if (await nodes[round % nodes.Count].IsAllowed(Organization, guest, "agents:read") != answers[0].Succeeded)
                wrong.Add($"Round {round}: {guest} is{(answers[0].Succeeded ? " not" : "")} a member, though the acceptance was answered {answers[0]}");
        }
        wrong.AddRange(Compare(await nodes[0].ReadAudit(Organization), rounds));
        return new InvitationRaceReport(rounds, accepted, refused, wrong);
    }

    // At another moment of the acceptance each time, which has a longer way to go.
    private static async Task<NodeAnswer> Remove(NodeApi node, string inviter, int round)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(round % 16));
        return await node.Remove(Organization, inviter);
    }

    private async Task<string> Invite(int round, string inviter, string guest)
    {
        var issued = (await nodes[round % nodes.Count].Send(
            HttpMethod.Post, $"/v1/organizations/{Organization}/invitations", $$"""{"email":"{{guest}}@example.com","role":"analyst"}""", actor: inviter)).Require();
        return issued.Json.GetProperty("token").GetString()!;
    }

    private static IEnumerable<string> Compare(IReadOnlyList<AuditLine> newestFirst, int rounds)
    {
        var places = newestFirst.Reverse().Select((line, place) => (line, place)).ToLookup(one => (one.line.Kind, one.line.Target), one => one.place);
        for (var round = 0; round < rounds; round++)
        {
            var removed = places[(AuditKinds.MemberRemoved, $"inviter-{round}")].Single();
            foreach (var added in places[(AuditKinds.MemberAdded, $"guest-{round}")])
                if (added > removed) yield return $"Round {round}: guest-{round} became a member after inviter-{round} was removed.";
        }
    }
}

/// <summary>What came of it.</summary>
/// <param name="Rounds">How many invitations were accepted while their inviter was removed.</param>
/// <param name="Accepted">How many of them came before.</param>
/// <param name="Refused">How many came too late.</param>
/// <param name="Wrong">Everything that must not be.</param>
internal sealed record InvitationRaceReport(int Rounds, int Accepted, int Refused, IReadOnlyList<string> Wrong)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Rounds} invitations: {Accepted} accepted before, {Refused} refused, {Wrong.Count} wrong";
}
