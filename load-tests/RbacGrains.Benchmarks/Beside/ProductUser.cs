namespace RbacGrains.Benchmarks;

/// <summary>A user of a product's organization.</summary>
/// <param name="Id">The user.</param>
/// <param name="Holding">What the user holds.</param>
internal sealed record ProductUser(string Id, Holding Holding);
