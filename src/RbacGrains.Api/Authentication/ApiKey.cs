namespace RbacGrains.Api;

/// <summary>A key that may call the service.</summary>
/// <param name="Name">What it is called in logs; never the key itself.</param>
/// <param name="MayActForUsers">Whether its calls may name the user on whose behalf they are made.</param>
public sealed record ApiKey(string Name, bool MayActForUsers);
