using System.Globalization;
using System.Text;
using RbacGrains.Api;

namespace RbacGrains.AdminConsole;

/// <summary>Everybody that a filter wants as comma-separated values, sent page by page as it is read.</summary>
internal static class UserExport
{
    private const int PageSize = 1000;

    /// <summary>Answers a request of whoever has signed in.</summary>
    public static async Task<IResult> Answer(HttpContext context, string organization, ConsoleSession session)
    {
        if (!SameOrigin.IsOwn(context.Request, needsProof: false)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        session.Begin(context.User);
        var opened = await session.Open(organization, context.RequestAborted);
        if (!opened.Succeeded) return Answers.Refused(opened.Error);
        var list = new UserList(opened.Value, session.Caller, Read(context.Request.Query));
        var first = await list.Read("", PageSize, context.RequestAborted);
        return first.Succeeded ? new Streamed(opened.Value, list, first.Value) : Answers.Refused(first.Error);
    }

    private static UserFilter Read(IQueryCollection query) => UserFilter.Read(query["q"], query["role"], query["status"], query["group"], null);

    private static string Row(UserRow row) => Csv.Row(
        row.Member?.User,
        row.Member is { } member ? member.Email : row.Name,
        row.Role,
        row.RoleTitle,
        row.Member?.Status.ToString().ToLowerInvariant() ?? UserFilter.PendingWord,
        string.Join(' ', row.Groups),
        row.Member is { } held ? Grants(held.Access.Grants) : Grants(row.Invitation!.Grants),
        Moment(row.ExpiresAt),
        Moment(row.Since));

    private static string Grants(Grants grants) => string.Join(' ', grants.Items.Select(grant => $"{grant.On}={grant.Level}"));

    private static string? Moment(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed class Streamed(ConsoleOrganization organization, UserList list, Page<UserRow> first) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "text/csv; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            response.Headers.ContentDisposition = $"attachment; filename=\"{organization.Id.Replace(':', '-')}-users.csv\"";
            Write(response, Csv.Row("user", "email", "role", "role_title", "status", "groups", "grants", "expires_at", "since"));
            for (var page = first; ;)
            {
                foreach (var row in page.Items) Write(response, Row(row));
                await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
                if (page.NextToken.Length == 0) return;
                var following = await list.Read(page.NextToken, PageSize, httpContext.RequestAborted);
                if (!following.Succeeded)
                {
                    // Half a list must not look like a whole one: the answer breaks off.
                    httpContext.Abort();
                    return;
                }

                page = following.Value;
            }
        }

        private static void Write(HttpResponse response, string text) => Encoding.UTF8.GetBytes(text, response.BodyWriter);
    }
}
