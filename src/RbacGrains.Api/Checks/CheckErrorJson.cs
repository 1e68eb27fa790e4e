namespace RbacGrains.Api;

/// <summary>Why one check of a batch could not be decided.</summary>
internal sealed record CheckErrorJson(string Code, string Message);
