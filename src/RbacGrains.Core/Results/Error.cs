using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>An expected failure, as a value.</summary>
/// <param name="Kind">What sort of failure it is.</param>
/// <param name="Code">Its stable name, one of <see cref="ErrorCodes"/>; clients match on it, never on the message.</param>
/// <param name="Message">What is wrong and what to do, in a sentence or two.</param>
/// <param name="Pointer">Where in the request it is, as a JSON pointer (RFC 6901); null when it is not in the body.</param>
public sealed record Error(ErrorKind Kind, string Code, string Message, string? Pointer = null)
{
    /// <summary>Further facts by name, such as the members that a change would strand.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Details { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>For <see cref="ErrorKind.Denied"/>, the HTTP status that the organization's model answers with: 401 or 403.</summary>
    public int DenialStatus { get; init; } = 403;

    /// <summary>The same error at another place of the request.</summary>
    public Error At(string pointer) => this with { Pointer = pointer };

    /// <summary>The same error in a larger request, of which what it is about is a part.</summary>
    /// <param name="pointer">Where that part is.</param>
    public Error Within(string pointer) => Pointer is null ? this : At(pointer + Pointer);
}
