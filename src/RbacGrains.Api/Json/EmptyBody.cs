namespace RbacGrains.Api;

/// <summary>The body of a request that has nothing to say.</summary>
internal sealed record EmptyBody;
