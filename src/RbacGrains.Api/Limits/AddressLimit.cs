namespace RbacGrains.Api;

/// <summary>Counts each request by its address before anything else is done for it. Health is asked by machines that must not be refused.</summary>
internal sealed class AddressLimit(RequestDelegate next, RequestLimits limits)
{
    /// <summary>Passes the request on, or refuses it.</summary>
    public Task InvokeAsync(HttpContext context) =>
        !HealthEndpoints.IsHealth(context.Request.Path) && limits.CountAddress(context.Connection.RemoteIpAddress) is { } problem
            ? new ProblemResult(problem).ExecuteAsync(context)
            : next(context);
}
