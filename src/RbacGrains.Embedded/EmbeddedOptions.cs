using RbacGrains.Core;
using RbacGrains.Model;
using RbacGrains.Storage;

namespace RbacGrains.Embedded;

/// <summary>What the embedded grid runs on.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>Where state is kept.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>The models that organizations can live by; the shipped ones by default.</summary>
    public ModelCatalog Models { get; init; } = ShippedModels.Load();

    /// <summary>How leases are granted to clients that check in their own process.</summary>
    public LeaseOptions Leases { get; init; } = new();
}
