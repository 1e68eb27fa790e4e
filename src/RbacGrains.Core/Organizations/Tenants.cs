using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>The durable part of the list of organizations.</summary>
/// <param name="Pages">How many pages it fills.</param>
public sealed record TenantsState(int Pages);

/// <inheritdoc cref="ITenants"/>
public class Tenants(IActorState<TenantsState> store, ActorServices services) : ITenantsActor
{
    private readonly AsyncLock _turn = new();
    private readonly Directory _directory = new(DirectoryName.Tenants, services.Actors);

    /// <inheritdoc/>
    public async ValueTask<Result<Page<OrganizationView>>> List(
        Caller caller, PageRequest page, CancellationToken cancellationToken)
    {
        if (!caller.IsService) return await ListOwn(caller, page, cancellationToken);
        var pages = (await store.Read(cancellationToken))?.Pages ?? 0;
        return await Listing.Collect(
            _directory,
            pages,
            page,
            async entry => (await services.Actors.Organization(entry.Id).Get(caller, cancellationToken)).Value,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<int> OpenPlace(string organization)
    {
        var pages = (await store.Read(CancellationToken.None))?.Pages ?? 0;
        return await _directory.OpenPlace(organization, pages, Grow);
    }

    private async ValueTask<int> Grow(int known)
    {
        using var turn = await _turn.Enter(CancellationToken.None);
        var pages = (await store.Read(CancellationToken.None))?.Pages ?? 0;
        if (pages > known) return pages;
        await store.Write(new TenantsState(known + 1), unfinished: false, []);
        return known + 1;
    }

    private async ValueTask<Result<Page<OrganizationView>>> ListOwn(
        Caller caller, PageRequest page, CancellationToken cancellationToken)
    {
        // The token is the last organization of the page before: the list is sorted, and may change in between.
        var isFirst = string.IsNullOrEmpty(page.Token);
        if (Listing.Check(page with { Token = null }) is { } error) return error;
        if (!isFirst && !Identifier.IsValid(page.Token)) return Listing.UnknownToken();

        if (!Identifier.IsValid(caller.User)) return new Page<OrganizationView>([], "");
        var own = await services.Actors.User(caller.User!).ListOrganizations(cancellationToken);
        var rest = own.Where(caller.Sees).Where(organization => isFirst || string.CompareOrdinal(organization, page.Token) > 0).ToList();
        var items = ImmutableArray.CreateBuilder<OrganizationView>();
        foreach (var organization in rest.Take(page.Size))
            if ((await services.Actors.Organization(organization).Get(caller, cancellationToken)).Value is { } view)
                items.Add(view);
        return new Page<OrganizationView>(items.ToImmutable(), rest.Count > page.Size ? rest[page.Size - 1] : "");
    }
}
