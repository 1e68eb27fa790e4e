using System.Text.Json.Serialization;

namespace RbacGrains.Api;

/// <summary>Why one check of a batch could not be decided.</summary>
/// <param name="Code">The stable name of what is wrong.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Status">The status with which the same check alone is answered.</param>
/// <param name="Pointer">The field of the check, where it is one.</param>
internal sealed record CheckErrorJson(
    string Code, string Message, int Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pointer);
