namespace RbacGrains.Client;

/// <summary>Cascaded by <see cref="RequireAction"/> and <see cref="RequireArea"/> to the components within: whether it is allowed to use them.</summary>
/// <param name="Allowed">Whether it is.</param>
public sealed record Permitted(bool Allowed);
