using System.Text.Json.Serialization.Metadata;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>A request whose caller is known, with all that a handler reads of it.</summary>
internal sealed class ApiRequest(HttpContext context, Caller caller, IGrid grid, RbacApiOptions options)
{
    /// <summary>The request as HTTP has it.</summary>
    public HttpContext Context { get; } = context;

    /// <summary>On whose behalf it is made.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>The way to the actors.</summary>
    public IGrid Grid { get; } = grid;

    /// <summary>How the API is served.</summary>
    public RbacApiOptions Options { get; } = options;

    /// <summary>Ends when the caller goes away.</summary>
    public CancellationToken Cancelled => Context.RequestAborted;

    /// <summary>The organization that the path names.</summary>
    public IOrganization Organization => Grid.Organization(OrganizationId);

    /// <summary>The id of the organization that the path names.</summary>
    public string OrganizationId => PathIds.Read(Context, "org", "an organization");

    /// <summary>The user that the path names.</summary>
    public string UserId => PathIds.Read(Context, "user", "a user");

    /// <summary>The invitation that the path names.</summary>
    public string InvitationId => PathIds.Read(Context, "invitation", "an invitation");

    /// <summary>The project that the query names; null for none.</summary>
    public string? Project => QueryValues.Id(Context, "project", "a project");

    /// <summary>The part of a list that the query asks for.</summary>
    public PageRequest Page => QueryValues.Page(Context);

    /// <summary>Who makes the change, why, and on what condition.</summary>
    public ChangeContext Change => ChangeHeaders.Read(Context.Request, Caller);

    /// <summary>A parameter of the query; null when it is not there.</summary>
    public string? Query(string name) => QueryValues.Text(Context, name);

    /// <summary>The body.</summary>
    public ValueTask<T> Read<T>(JsonTypeInfo<T> type)
        where T : class => JsonBody.Read(Context.Request, type, Options.MaxBodyBytes);

    /// <summary>The body, when there is one; what is as if nothing had been said otherwise.</summary>
    public ValueTask<T> ReadOptional<T>(JsonTypeInfo<T> type)
        where T : class => JsonBody.Read(Context.Request, type, Options.MaxBodyBytes, mayBeEmpty: true);

    /// <summary>The end of a request whose body has nothing to say.</summary>
    public async ValueTask ReadNothing() =>
        await JsonBody.Read(Context.Request, ApiJson.Context.EmptyBody, Options.MaxBodyBytes, mayBeEmpty: true);
}
