namespace RbacGrains.Api;

/// <summary>The shape of every problem, for the OpenAPI document.</summary>
internal sealed record ProblemJson(string Type, string Title, int Status, string Detail, string Code, string? Pointer);
