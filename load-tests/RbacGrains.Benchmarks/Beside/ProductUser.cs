namespace RbacGrains.Benchmarks;

/// <summary>A user of a product's organization.</summary>
/// <param name="Id">The user.</param>
/// <param name="Holding">What the user holds.</param>
/// <param name="Access">The same, as the user's own record.</param>
internal sealed record ProductUser(string Id, Holding Holding, Access Access);
