namespace RbacGrains.Api;

/// <summary>How many there are.</summary>
internal sealed record CountJson(int Count);
