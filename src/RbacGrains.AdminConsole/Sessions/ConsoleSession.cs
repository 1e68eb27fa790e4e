using System.Collections.Immutable;
using System.Security.Claims;

namespace RbacGrains.AdminConsole;

/// <summary>Who has signed in, and the organization that they look at. One for each connection of a page.</summary>
public sealed class ConsoleSession(IGrid grid, ModelCatalog models)
{
    private string? _user;

    /// <summary>The person's id.</summary>
    /// <exception cref="InvalidOperationException">Nobody has signed in.</exception>
    public string User => _user ?? throw new InvalidOperationException("Nobody has signed in.");

    /// <summary>The e-mail address that the person has proved by signing in; null for none.</summary>
    public string? Email { get; private set; }

    /// <summary>The token of the invitation whose link the person has opened last; null for none.</summary>
    public string? InvitationToken { get; private set; }

    /// <summary>The person as the engine knows whoever calls. Every call of a page is made as this one, never as the service.</summary>
    public Caller Caller => new(User);

    /// <summary>Every actor.</summary>
    public IGrid Grid => grid;

    /// <summary>The context of a change that the person makes.</summary>
    /// <param name="expectedVersion">The version that they have seen of what they change; null for any.</param>
    /// <param name="reason">Why, for the audit log; may be null.</param>
    public ChangeContext Change(long? expectedVersion = null, string? reason = null) =>
        new() { Caller = Caller, ExpectedVersion = expectedVersion, Reason = reason };

    /// <summary>Reads the organization again that the page shows, after something of it has changed; the page gets it as its new parameter.</summary>
    public Func<Task> Reread { get; internal set; } = () => Task.CompletedTask;

    /// <summary>The organizations of which the person is a member, by name.</summary>
    public async ValueTask<ImmutableArray<OrganizationView>> ListViews(CancellationToken cancellationToken)
    {
        var found = new List<OrganizationView>();
        foreach (var id in await grid.User(User).ListOrganizations(cancellationToken))
            if (await grid.Organization(id).Get(Caller, cancellationToken) is { Succeeded: true } view) found.Add(view.Value);
        return [.. found.OrderBy(view => view.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The same with what the person holds in each.</summary>
    public async ValueTask<ImmutableArray<ConsoleOrganization>> ListOrganizations(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<ConsoleOrganization>();
        foreach (var view in await ListViews(cancellationToken))
            if (await Open(view.Id, cancellationToken) is { Succeeded: true } organization) found.Add(organization.Value);
        return found.DrainToImmutable();
    }

    /// <summary>An organization as it is at this moment.</summary>
    /// <returns><c>organization_not_found</c> also for one of which the person is no member.</returns>
    public async ValueTask<Result<ConsoleOrganization>> Open(string id, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(id)) return Errors.OrganizationNotFound(id);
        var actor = grid.Organization(id);
        var view = await actor.Get(Caller, cancellationToken);
        if (!view.Succeeded) return view.Error;
        if (models.Find(view.Value.Model) is not { } model)
            return new Error(ErrorKind.Unavailable, ErrorCodes.ModelUnavailable, $"This service has no model '{view.Value.Model}'.");
        var roles = await actor.ListRoles(Caller, cancellationToken);
        if (!roles.Succeeded) return roles.Error;
        var member = await actor.GetMember(Caller, User, cancellationToken);
        if (!member.Succeeded) return member.Error;
        var permissions = await actor.GetPermissions(Caller, User, null, cancellationToken);
        if (!permissions.Succeeded) return permissions.Error;
        return new ConsoleOrganization(actor, view.Value, model, roles.Value, member.Value, permissions.Value);
    }

    /// <summary>Notes who has signed in.</summary>
    internal void Begin(ClaimsPrincipal person)
    {
        ArgumentNullException.ThrowIfNull(person);
        _user = person.Identity?.Name;
        (Email, InvitationToken) = (person.FindFirstValue(ClaimTypes.Email), InvitationCookie.Find(person));
    }
}
