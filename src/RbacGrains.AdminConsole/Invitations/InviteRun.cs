using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>
/// Makes an invitation for each of several addresses. Each has a name of its own, so that trying again makes none twice. The links are kept
/// here and nowhere else until somebody has taken them.
/// </summary>
public sealed class InviteRun(
    ConsoleOrganization organization, ConsoleSession session, InviteMember promise, ImmutableArray<string> addresses, string baseAddress, TimeProvider clock)
{
    private const int AtOnce = 4;

    private readonly string _name = Guid.CreateVersion7(clock.GetUtcNow()).ToString("n");
    private readonly ConcurrentDictionary<string, InviteOutcome> _outcomes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many there are.</summary>
    public int Total => addresses.Length;

    /// <summary>How many have been come by.</summary>
    public int Passed => _outcomes.Count;

    /// <summary>What came of each that was begun, in the order of the addresses.</summary>
    public ImmutableArray<InviteOutcome> Outcomes => [.. addresses.Select(address => _outcomes.GetValueOrDefault(address)).OfType<InviteOutcome>()];

    /// <summary>The addresses that were not begun.</summary>
    public ImmutableArray<string> Left => [.. addresses.Where(address => !_outcomes.ContainsKey(address))];

    /// <summary>Makes those that are not made yet: what was stopped goes on, and what was refused is tried again.</summary>
    /// <param name="stop">Ends it; what has begun is finished.</param>
    public async Task Run(CancellationToken stop)
    {
        foreach (var outcome in _outcomes.Values)
            if (outcome.Error is not null) _outcomes.TryRemove(outcome.Address, out _);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
            await Parallel.ForEachAsync(addresses.Select((address, index) => (address, index)), options, async (next, _) =>
            {
                if (!_outcomes.ContainsKey(next.address)) _outcomes[next.address] = await Invite(next.address, next.index);
            });
        }
        catch (OperationCanceledException)
        {
            // Those that are left are listed as such.
        }
    }

    private async Task<InviteOutcome> Invite(string address, int index)
    {
        var context = session.Change() with { OperationId = $"invite-{_name}-{index}" };
        var issued = await organization.Actor.Invite(context, promise with { Email = address }, CancellationToken.None);
        // Under its name it is made once, and a link that was lost on the way is replaced by another.
        if (issued is { Succeeded: false, Error.Code: ErrorCodes.OutcomeUnknown })
            issued = await organization.Actor.Invite(context, promise with { Email = address }, CancellationToken.None);
        return issued.Succeeded
            ? new InviteOutcome(address, InvitationLink.Of(baseAddress, issued.Value.Token), null)
            : new InviteOutcome(address, "", issued.Error);
    }
}

/// <summary>What came of an invitation.</summary>
/// <param name="Address">For whom.</param>
/// <param name="Link">The link to hand over; empty where there is none.</param>
/// <param name="Error">Why there is none; null when there is one.</param>
public sealed record InviteOutcome(string Address, string Link, Error? Error);
