namespace RbacGrains.Api;

/// <summary>Whether the process lives, and whether it can answer. Both are asked without a key.</summary>
internal static class HealthEndpoints
{
    private static readonly PathString Root = "/health";

    /// <summary>Whether a path is one of these, which machines ask without a key, without TLS and as often as they like.</summary>
    public static bool IsHealth(PathString path) => path.StartsWithSegments(Root);

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Answer(null)).Describe("Health", "Live", "Whether the process lives.").Answers<HealthJson>();
        routes.MapGet("/health/ready", async (IReadiness readiness, CancellationToken cancellationToken) =>
                Answer(await readiness.FindObstacle(cancellationToken)))
            .Describe("Health", "Ready", "Whether the service can answer.").Answers<HealthJson>(200, 503);
    }

    private static IResult Answer(string? obstacle) => Answers.Json(
        new HealthJson(obstacle is null ? "ok" : "unavailable", obstacle),
        ApiJson.Context.HealthJson,
        obstacle is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
