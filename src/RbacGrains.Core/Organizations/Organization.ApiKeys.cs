using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>How API keys are made, shown and ended.</content>
public partial class Organization
{
    // "rbac_", 16 characters of the account, "_" and a number of at most 9 digits.
    private const int LongestPrefix = 31;

    /// <inheritdoc/>
    public async ValueTask<Result<IssuedApiKey>> CreateApiKey(
        ChangeContext context, CreateApiKey command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        var account = command.ServiceAccount is null ? ServiceAccountId.Make() : Account(command.ServiceAccount);
        var secret = ApiKeyText.MakeSecret();
        var changed = await ChangeMember(context, account, new AddApiKey(id, command, secret, context.Caller), cancellationToken);
        if (!changed.Succeeded) return changed.Error;
        return changed.Value.Repeated is { } made
            ? await RenewRepeated(context, made.Target, cancellationToken)
            : Issued(account, changed.Value, changed.Value.Membership!.Account!.LastNumber, secret);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Page<ApiKeyView>>> ListApiKeys(
        Caller caller, ApiKeyFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        var read = await Reader(caller, AdministrativeOperation.ReadApiKeys, cancellationToken);
        if (!read.Succeeded) return read.Error;
        if (filter.Prefix?.Length > LongestPrefix)
            return Errors.InvalidValue($"A prefix has at most {LongestPrefix} characters. Never send a secret to look for its key.");
        if (Listing.Check(page with { Token = null }) is { } error) return error;
        var start = ApiKeyPlace.Of(page.Token);
        if (start is null) return Listing.UnknownToken();

        var (now, state) = (services.Clock.GetUtcNow(), read.Value.State);
        var items = ImmutableArray.CreateBuilder<ApiKeyView>();
        var last = start.Value;
        await foreach (var (entry, place) in ServiceAccounts(state.Incarnation).EntriesFrom(
            state.ServiceAccountPages, last.Page, last.Position, cancellationToken))
        {
            if (!ServiceAccountViews.MayMatch(filter, entry.Id)) continue;
            if (await Member(read.Value, entry.Id, cancellationToken) is not { Account: { } account } membership) continue;
            foreach (var key in account.Keys)
            {
                // What the page before ended with, and what came before that.
                if (place == (start.Value.Page, start.Value.Position) && key.Number <= start.Value.Number) continue;
                var view = ServiceAccountViews.Key(entry.Id, membership, key, now);
                if (!ServiceAccountViews.Matches(filter, view)) continue;
                if (items.Count == page.Size) return new Page<ApiKeyView>(items.ToImmutable(), last.ToString());
                items.Add(view);
                last = new ApiKeyPlace(place.Page, place.Position, key.Number);
            }
        }
        return new Page<ApiKeyView>(items.ToImmutable(), "");
    }

    /// <inheritdoc/>
    public async ValueTask<Result<ApiKeyView>> GetApiKey(Caller caller, string key, CancellationToken cancellationToken)
    {
        var read = await Reader(caller, AdministrativeOperation.ReadApiKeys, cancellationToken);
        if (!read.Succeeded) return read.Error;
        var (account, number) = ApiKeyText.ParseId(key);
        return await Member(read.Value, account, cancellationToken) is { Account: { } present } membership && present.Find(number) is { } found
            ? ServiceAccountViews.Key(account, membership, found, services.Clock.GetUtcNow())
            : Errors.ApiKeyNotFound(key);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<IssuedApiKey>> RotateApiKey(
        ChangeContext context, string key, RotateApiKey command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var (account, number) = ApiKeyText.ParseId(key);
        var secret = ApiKeyText.MakeSecret();
        var changed = await ChangeMember(context, account, new RenewApiKey(number, command, secret), cancellationToken);
        if (!changed.Succeeded) return changed.Error.Code == ErrorCodes.ApiKeyNotFound ? Errors.ApiKeyNotFound(key) : changed.Error;
        return changed.Value.Repeated is null
            ? Issued(account, changed.Value, number, secret)
            : await RenewRepeated(context, key, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Done>> DeleteApiKey(ChangeContext context, string key, CancellationToken cancellationToken)
    {
        var (account, number) = ApiKeyText.ParseId(key);
        var changed = await ChangeMember(context, account, new RemoveApiKey(number), cancellationToken);
        if (changed.Succeeded) return Done.Instance;
        return changed.Error.Code == ErrorCodes.ApiKeyNotFound ? Errors.ApiKeyNotFound(key) : changed.Error;
    }

    // A secret that was handed out is nowhere to be found again: a repetition makes another one, and is a change of its own.
    private async ValueTask<Result<IssuedApiKey>> RenewRepeated(ChangeContext context, string key, CancellationToken cancellationToken)
    {
        var (account, number) = ApiKeyText.ParseId(key);
        // The account may have been written behind its actor.
        await services.Actors.User(account).Refresh();
        var secret = ApiKeyText.MakeSecret();
        var change = new RenewApiKey(number, new RotateApiKey(), secret) { IsRepeated = true };
        var changed = await ChangeMember(Anew(context), account, change, cancellationToken);
        return changed.Succeeded ? Issued(account, changed.Value, number, secret) : changed.Error;
    }

    private IssuedApiKey Issued(string account, ChangedMember changed, int number, string secret)
    {
        var (membership, now) = (changed.Membership!, services.Clock.GetUtcNow());
        return new IssuedApiKey(
            ServiceAccountViews.Key(account, membership, membership.Account!.Find(number)!, now),
            ApiKeyText.Write(account, number, secret),
            ServiceAccountViews.Account(account, membership, changed.Tenant.Policy.Policy, now));
    }
}
