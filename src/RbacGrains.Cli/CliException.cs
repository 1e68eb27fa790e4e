using System.Collections.Immutable;

namespace RbacGrains.Cli;

/// <summary>Something expected that keeps a command from its end. Whoever runs the command prints it, and nothing else of it.</summary>
internal sealed class CliException(string code, string detail) : Exception(detail)
{
    /// <summary>Its stable name: the server's, or one of <see cref="CliErrors"/>.</summary>
    public string Code { get; } = code;

    /// <summary>The field of the request that is wrong, as a JSON pointer; null when it is not a field.</summary>
    public string? Pointer { get; init; }

    /// <summary>Further facts by name.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Facts { get; init; } = [];

    /// <summary>What to do about it here, beyond what the detail says; null for nothing.</summary>
    public string? Hint { get; init; }
}
