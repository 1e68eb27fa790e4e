using Microsoft.Extensions.Options;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>What happens around every handler: who calls is found out before, mistakes are answered and logged after.</summary>
internal sealed class ApiPipeline(
    Authentication authentication, Lazy<IGrid> grid, IOptions<RbacApiOptions> options, TimeProvider clock, ILogger<ApiPipeline> log,
    RequestLimits? limits = null)
{
    private readonly RbacApiOptions _options = options.Value;

    /// <summary>An endpoint of a handler.</summary>
    public RequestDelegate Around(ApiHandler handler, bool isChange) => context => Run(context, handler, isChange);

    private async Task Run(HttpContext context, ApiHandler handler, bool isChange)
    {
        var start = clock.GetTimestamp();
        var result = await Answer(context, handler);
        if (limits is not null && result is ProblemResult failure)
            result = new ProblemResult(limits.CountFailure(context.Connection.RemoteIpAddress, failure.Problem));
        await result.ExecuteAsync(context);
        if (result is ProblemResult refusal) Log(context, start, refusal.Problem);
        else if (isChange) Log(context, start, null);
    }

    private async ValueTask<IResult> Answer(HttpContext context, ApiHandler handler)
    {
        try
        {
            var caller = await authentication.Identify(context);
            QueryValues.RequireKnown(context);
            return await handler(new ApiRequest(context, caller, grid.Value, _options));
        }
        catch (RequestException mistake)
        {
            return new ProblemResult(mistake.Problem);
        }
    }

    private void Log(HttpContext context, long start, Problem? problem)
    {
        if (!log.IsEnabled(LogLevel.Information)) return;
        var elapsed = clock.GetElapsedTime(start).TotalMilliseconds;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var organization = context.Request.RouteValues["org"] as string;
        if (problem is null) ApiLog.Changed(log, context.Request.Method, route, organization, context.Response.StatusCode, elapsed);
        else ApiLog.Refused(log, context.Request.Method, route, organization, problem.Status, problem.Code, elapsed);
    }
}
