using System.Text.Json;

namespace RbacGrains.Api;

/// <summary>A field's value is not what its converter understands; the message says what would be.</summary>
internal sealed class FieldException(string code, string message) : JsonException(message)
{
    /// <summary>One of <see cref="ProblemCodes"/> or of Core's error codes.</summary>
    public string Code { get; } = code;
}
