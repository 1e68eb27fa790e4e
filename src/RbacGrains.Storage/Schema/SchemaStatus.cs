namespace RbacGrains.Storage;

/// <summary>How far a database's schema is.</summary>
/// <param name="Version">How many migrations it has; 0 for none, so that there is nothing to read.</param>
/// <param name="Newest">How many this program has.</param>
public sealed record SchemaStatus(int Version, int Newest);
