namespace RbacGrains.Samples.Letta.Endpoints;

/// <summary>Answers that several endpoints give.</summary>
internal static class Answers
{
    public static IResult NotFound { get; } = Results.Problem("There is nothing of that id here.", statusCode: 404);

    public static IResult Missing(string field) => Results.Problem($"The body lacks '{field}'.", statusCode: 400);

    /// <summary>What the grid answered: the value, or its error as a problem.</summary>
    public static IResult Of<T>(Result<T> result, Func<T, object?> shown)
    {
        if (result.Succeeded) return shown(result.Value) is { } body ? Results.Ok(body) : Results.NoContent();
        var error = result.Error;
        var status = error.Kind switch
        {
            ErrorKind.Invalid => 400,
            ErrorKind.Denied => error.DenialStatus,
            ErrorKind.NotFound => 404,
            ErrorKind.Conflict => 409,
            ErrorKind.PreconditionFailed => 412,
            _ => 503,
        };
        return Results.Problem(error.Message, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = error.Code });
    }
}
