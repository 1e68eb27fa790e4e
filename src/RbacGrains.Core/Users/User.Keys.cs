using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <content>How a service account's keys are recognized.</content>
public partial class User
{
    private static readonly TimeSpan UseResolution = TimeSpan.FromMinutes(5);

    // When keys were used, where that is noted and may not be written yet: by their number.
    private ImmutableDictionary<int, DateTimeOffset> _uses = ImmutableDictionary<int, DateTimeOffset>.Empty;

    /// <inheritdoc/>
    public virtual async ValueTask<Result<AuthenticatedKey>> AuthenticateKey(
        string key, ImmutableArray<byte> digest, CancellationToken cancellationToken)
    {
        var state = await store.Read(cancellationToken);
        var membership = state?.Memberships.FirstOrDefault(membership => membership.Account is not null);
        var (account, number) = ApiKeyText.ParseId(key);
        var found = string.Equals(account, id, StringComparison.Ordinal) ? membership?.Account!.Find(number) : null;
        var now = services.Clock.GetUtcNow();
        if (!ApiKeyRules.Matches(found, digest, now)) return Errors.ApiKeyInvalid();

        // Read after the membership, as for a check: an organization that was deleted and created again voids the older membership.
        var policy = await services.Policies.Get(membership!.Organization, cancellationToken);
        if (policy.Error is { Kind: ErrorKind.Unavailable } unavailable) return unavailable;
        if (policy.Value?.Incarnation != membership.Incarnation) return Errors.ApiKeyInvalid();
        if (ApiKeyRules.StatusOf(found!, membership, now) != ApiKeyStatus.Active) return Errors.ApiKeyInvalid();

        if (now - (WithUses(membership).Account!.Find(number)!.LastUsedAt ?? DateTimeOffset.MinValue) >= UseResolution)
        {
            ImmutableInterlocked.AddOrUpdate(ref _uses, number, now, (_, noted) => noted > now ? noted : now);
            _ = WriteUses();
        }
        return new AuthenticatedKey(key, found!.Name, membership.Organization, id, found.ActsForUsers);
    }

    /// <summary>A membership with what is known of its keys' last uses.</summary>
    private Membership WithUses(Membership membership)
    {
        var uses = _uses;
        if (uses.IsEmpty || membership.Account is not { } account) return membership;
        if (!account.Keys.Any(key => uses.TryGetValue(key.Number, out var noted) && !(key.LastUsedAt >= noted))) return membership;
        return membership with
        {
            Account = account with
            {
                Keys =
                [
                    .. account.Keys.Select(key =>
                        uses.TryGetValue(key.Number, out var noted) && !(key.LastUsedAt >= noted) ? key with { LastUsedAt = noted } : key),
                ],
            },
        };
    }

    // Nobody waits for it, and a use that could not be written is no reason to refuse a key: the next one is tried 5 minutes later.
    private async Task WriteUses()
    {
        try
        {
            using var turn = await _turn.Enter(CancellationToken.None);
            if (await store.Read(CancellationToken.None) is not { } state) return;
            if (state.Memberships.FirstOrDefault(membership => membership.Account is not null) is not { } present) return;
            var next = WithUses(present);
            if (ReferenceEquals(next, present)) return;
            await store.Write(state with { Memberships = state.Memberships.Replace(present, next) }, unfinished: false, []);
        }
        catch (Exception)
        {
            // Whatever is the matter with the store, whoever changes something learns of it.
        }
    }
}
