namespace RbacGrains.Api;

/// <summary>Answers every request with the identifier that it came with.</summary>
internal static class RequestIdHeader
{
    /// <summary>The header.</summary>
    public const string Name = "X-Request-ID";

    private const int MostCharacters = 1024;

    /// <summary>A handler that echoes the identifier, whatever is answered. One that no header can carry is refused.</summary>
    public static RequestDelegate Echo(RequestDelegate next) => context =>
    {
        if (!context.Request.Headers.TryGetValue(Name, out var values)) return next(context);
        var id = values.ToString();
        if (values.Count != 1 || id.Length > MostCharacters || id.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return new ProblemResult(Problem.BadRequest(
                ProblemCodes.InvalidHeader,
                $"The header {Name} has to be there once, with at most {MostCharacters} visible ASCII characters.")).ExecuteAsync(context);
        context.Response.Headers[Name] = id;
        return next(context);
    };
}
