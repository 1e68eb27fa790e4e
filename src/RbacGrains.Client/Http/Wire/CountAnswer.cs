namespace RbacGrains.Client;

/// <summary>How many there are.</summary>
internal sealed record CountAnswer(int Count);
