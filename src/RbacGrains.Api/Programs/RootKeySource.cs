namespace RbacGrains.Api;

/// <summary>The root key, and what people are told about it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Notice">Where it is, as a sentence; the key itself only when it is new.</param>
/// <param name="ForShell">What a shell has to write for the key.</param>
internal sealed record RootKeySource(string Key, string Notice, string ForShell);
