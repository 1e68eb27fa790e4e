namespace RbacGrains.Cli.Tests;

/// <summary>A request as the server saw it.</summary>
internal sealed record SentRequest(string Line, IReadOnlyDictionary<string, string> Headers, string? Body);
