using Microsoft.Extensions.Hosting;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>
/// Leases: a client process opens a session, asks for what it is to hold, and is told what to drop, so that it can check for itself. The session
/// ends with its stream.
/// </summary>
internal sealed class LeaseEndpoints(Lazy<ILeaseSessions?> sessions, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private const string Tag = "Leases";

    /// <summary>Maps them.</summary>
    public void Map(ApiRoutes api)
    {
        api.Get("/v1/leases", Open)
            .Describe(Tag, "OpenLeases", "Open a session of leases: server-sent events that begin with 'session' and then say what to 'drop'.")
            .Streams<LeaseEventJson>().Refuses(503).WithMetadata(new NeedsSameOrigin());
        api.Ask("/v1/leases/{session}/acquire", Acquire)
            .Describe(Tag, "AcquireLeases", "Read up to 1,000 accesses and policies, which the session holds from then on.")
            .Takes<AcquireLeasesBody>().Answers<LeasesJson>().Refuses(404, 503);
        api.Ask("/v1/leases/{session}/renew", Renew)
            .Describe(Tag, "RenewLeases", "Renew the session's lease, and say what was dropped and what is held no longer.")
            .Takes<RenewLeasesBody>().Answers<LeaseJson>().Refuses(404, 503);
        api.Drop("/v1/leases/{session}", End)
            .Describe(Tag, "EndLeases", "End the session: nothing is held under it any more.").AnswersNothing();
    }

    private async ValueTask<IResult> Open(ApiRequest request)
    {
        if (sessions.Value is not { } open) return Answers.Refused(NoLeases);
        var stream = new LeaseStream(clock);
        var opened = await open.Open(request.Caller, stream, request.Cancelled);
        return opened.Succeeded
            ? new LeaseStreamResult(stream, opened.Value, lifetime.ApplicationStopping)
            : Answers.Refused(opened.Error);
    }

    private async ValueTask<IResult> Acquire(ApiRequest request)
    {
        var body = await request.Read(ApiJson.Context.AcquireLeasesBody);
        var (accesses, policies) = (body.Accesses ?? [], body.Policies ?? []);
        if (Array.IndexOf(accesses, null) is >= 0 and var item) return IsNull($"/accesses/{item}", "an object");
        if (Array.IndexOf(policies, null) is >= 0 and var policy) return IsNull($"/policies/{policy}", "a string");
        var answer = await Session(request).Acquire(
            new LeaseRequest(
                body.Sequence, [.. accesses.Select(access => new AccessKey(access!.User, access.Organization))], [.. policies.Select(id => id!)]),
            request.Cancelled);
        return Answers.Json(answer, LeasesJson.Of, ApiJson.Context.LeasesJson);
    }

    private async ValueTask<IResult> Renew(ApiRequest request)
    {
        var body = await request.Read(ApiJson.Context.RenewLeasesBody);
        LeaseRelease? released = null;
        if (body.Released is { } given)
        {
            if (Array.IndexOf(given.Users ?? [], null) is >= 0 and var user) return IsNull($"/released/users/{user}", "a string");
            if (Array.IndexOf(given.Organizations ?? [], null) is >= 0 and var org) return IsNull($"/released/organizations/{org}", "a string");
            released = new LeaseRelease(given.AsOf, [.. (given.Users ?? []).Select(id => id!)], [.. (given.Organizations ?? []).Select(id => id!)]);
        }
        var renewed = await Session(request).Renew(new LeaseRenewal(body.Acknowledged, released), request.Cancelled);
        return Answers.Json(renewed, lease => new LeaseJson((long)lease.TotalMilliseconds), ApiJson.Context.LeaseJson);
    }

    private async ValueTask<IResult> End(ApiRequest request)
    {
        await request.ReadNothing();
        await Session(request).End();
        return TypedResults.NoContent();
    }

    private ILeaseSession Session(ApiRequest request) =>
        sessions.Value is { } open
            ? open.Find(request.Caller, (string)request.Context.Request.RouteValues["session"]!)
            : throw new RequestException(NoLeases.ToProblem());

    private static Error NoLeases { get; } = new(
        ErrorKind.Unavailable, ErrorCodes.LeasesExhausted, "This service grants no leases. Ask for each decision instead.");

    private static ProblemResult IsNull(string pointer, string what) =>
        new(Problem.BadRequest(ProblemCodes.InvalidType, $"This has to be {what}, and is null.", pointer));
}
