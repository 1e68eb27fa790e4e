using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>What was changed in an organization: who, when, what, before, after, and why.</summary>
internal static class AuditEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(ApiRoutes api) => api.Get("/v1/organizations/{org}/audit", Read)
        .Describe("Audit", "ReadAudit", "Read the audit log, newest first: a page as JSON, or all of it as NDJSON or CSV.")
        .Paged()
        .TakesQuery("actor", "Changes by this user.")
        .TakesQuery("target", "Changes of this user, invitation or organization.")
        .TakesQuery("kind", "Changes of this kind, such as member.changed.")
        .TakesQuery("since", "Changes at or after this moment (RFC 3339).")
        .TakesQuery("until", "Changes before this moment (RFC 3339).")
        .TakesQuery("format", "json, ndjson or csv, whatever the caller accepts.")
        .Answers<ListJson<AuditEntryJson>>()
        .Refuses(404, 406);

    private static async ValueTask<IResult> Read(ApiRequest request)
    {
        var format = Negotiation.Choose<AuditFormat>(request.Context,
            (AuditFormat.Json, "application/json"), (AuditFormat.Ndjson, AuditExport.Ndjson), (AuditFormat.Csv, AuditExport.Csv));
        var query = new AuditQuery(
            request.Query("actor"),
            request.Query("target"),
            request.Query("kind"),
            QueryValues.Moment(request.Context, "since"),
            QueryValues.Moment(request.Context, "until"));
        var page = format == AuditFormat.Json ? request.Page : request.Page with { Size = PageRequest.MaxSize };
        var first = await request.Organization.ReadAudit(request.Caller, query, page, request.Cancelled);
        if (!first.Succeeded) return Answers.Refused(first.Error);
        return format == AuditFormat.Json
            ? Answers.Json(ListJson<AuditEntryJson>.Of(first.Value, AuditEntryJson.Of), ApiJson.Context.ListJsonAuditEntryJson)
            : new AuditExport(format, first.Value, Next);

        ValueTask<Result<Page<AuditEntry>>> Next(string token) => request.Organization.ReadAudit(
            request.Caller, query, page with { Token = token }, request.Cancelled);
    }
}
