using System.Collections.Immutable;

namespace RbacGrains.Storage;

/// <summary>How far a database's schema is.</summary>
/// <param name="Version">How many migrations it has; 0 for none, so that there is nothing to read.</param>
/// <param name="Newest">How many this program has.</param>
/// <param name="Missing">Those that the database lacks, such as <c>1 (initial)</c>, in order.</param>
public sealed record SchemaStatus(int Version, int Newest, ImmutableArray<string> Missing);
