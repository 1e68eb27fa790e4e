using Microsoft.Extensions.Logging;

namespace RbacGrains.Grains.Leases;

/// <summary>
/// Takes back from the clients of other silos what they hold. A silo is asked until it says that its clients hold it no longer, or until it is
/// known to be dead and its clients' leases have run out: a client's lease never outlasts that of its silo.
/// </summary>
internal sealed class SessionRecalls(
    SessionSiloClient silos, LeaseRegistry own, ILocalSiloDetails self, MembershipReader members, LostSilos lost, ILogger<SessionRecalls> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly TimeProvider _clock = TimeProvider.System;

    /// <summary>Completes when no client holds what was read before the call.</summary>
    /// <param name="kind">Of what kind the record is.</param>
    /// <param name="id">Whose it is.</param>
    /// <param name="noted">The silos that are known to have clients holding it; null for none.</param>
    /// <param name="everywhere">Whether others may, that are not known.</param>
    /// <exception cref="GridStorageException">It cannot be found out which silos there are.</exception>
    public async ValueTask Recall(LeaseKind kind, string id, IReadOnlyCollection<SiloAddress>? noted, bool everywhere)
    {
        var holders = new HashSet<SiloAddress>(noted ?? []);
        if (everywhere) holders.UnionWith(await members.Living());
        await Task.WhenAll(holders.Select(silo => Recall(kind, id, silo)));
        if (everywhere) await lost.OutliveSessions();
    }

    private async Task Recall(LeaseKind kind, string id, SiloAddress silo)
    {
        if (silo.Equals(self.SiloAddress))
        {
            await Ask(own, kind, id);
            return;
        }
        for (var told = false; ;)
        {
            try
            {
                await Ask(silos.On(silo), kind, id);
                return;
            }
            catch (OrleansMessageRejectionException none) when (HasNoSessions(none))
            {
                return;
            }
            catch (Exception silent)
            {
                if (await members.IsGone(silo))
                {
                    await lost.OutliveSessions();
                    return;
                }
                if (!told) logger.SessionSiloSilent(silent, silo, kind, id);
                told = true;
            }
            await Task.Delay(Pause, _clock);
        }
    }

    private static ValueTask Ask(LeaseRegistry recalls, LeaseKind kind, string id) =>
        kind == LeaseKind.User ? recalls.RecallUser(id) : recalls.RecallOrganization(id);

    private static ValueTask Ask(ISessionSilo silo, LeaseKind kind, string id) =>
        kind == LeaseKind.User ? silo.RecallUser(id) : silo.RecallOrganization(id);

    // A silo that is just starting, or of a version that has no sessions: whatever it reads from now on is noted here.
    private static bool HasNoSessions(OrleansMessageRejectionException rejection) =>
        rejection.Message.Contains("SystemTarget", StringComparison.Ordinal)
        && rejection.Message.Contains("not active on this silo", StringComparison.Ordinal);
}
