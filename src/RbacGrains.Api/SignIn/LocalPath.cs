namespace RbacGrains.Api;

/// <summary>A path of this service that a person may be sent to: never another site.</summary>
internal static class LocalPath
{
    /// <summary>Where a person is sent who asked for nothing else: the first page of the program.</summary>
    public const string Home = "/";

    private const int MostCharacters = 2048;

    /// <summary>
    /// Whether a text is such a path. Browsers read a backslash as a slash and skip tabs and line ends, so neither may be in it;
    /// what is not ASCII has to be percent-encoded to be sent as a header.
    /// </summary>
    public static bool IsValid(string? path) =>
        path is ['/', ..] and not ['/', '/', ..] && path.Length <= MostCharacters
        && !path.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e') && !path.Contains('\\', StringComparison.Ordinal);

    /// <summary>The path to return to that a request names.</summary>
    /// <exception cref="RequestException">It names something else.</exception>
    public static string Read(string? path) => string.IsNullOrEmpty(path)
        ? Home
        : IsValid(path) ? path : throw new RequestException(Problem.BadRequest(ProblemCodes.ReturnNotLocal,
            "'return' has to be a path of this service, percent-encoded, beginning with one slash: /v1/me, for example."));
}
