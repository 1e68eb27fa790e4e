namespace RbacGrains.Api;

/// <summary>The end of a session.</summary>
/// <param name="ProviderUrl">Where the person ends the provider's own session; null where there is none to end.</param>
internal sealed record SignedOutJson(string? ProviderUrl);
