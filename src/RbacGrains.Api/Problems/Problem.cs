using System.Collections.Immutable;

namespace RbacGrains.Api;

/// <summary>What is wrong with a request, as RFC 9457 problem details carry it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Its stable name: one of <see cref="ProblemCodes"/> or of Core's error codes.</param>
/// <param name="Detail">What is wrong and what to do, in a sentence or two.</param>
/// <param name="Pointer">The field of the body, as a JSON pointer (RFC 6901); null when it is not a field.</param>
internal sealed record Problem(int Status, string Code, string Detail, string? Pointer = null)
{
    /// <summary>Further facts by name.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Extensions { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>After how many seconds the request may be made again; null where waiting does not help.</summary>
    public int? RetryAfter { get; init; } = Status == StatusCodes.Status503ServiceUnavailable ? 1 : null;

    /// <summary>The code as words.</summary>
    public string Title => string.Concat(char.ToUpperInvariant(Code[0]).ToString(), Code[1..].Replace('_', ' '));

    /// <summary>The problem in one line: its code, what is wrong, and where.</summary>
    public override string ToString() => Pointer is null ? $"{Code}: {Detail}" : $"{Code}: {Detail} ({Pointer})";

    /// <summary>A bad request.</summary>
    public static Problem BadRequest(string code, string detail, string? pointer = null) => new(400, code, detail, pointer);
}
