namespace RbacGrains.Grains;

/// <summary>
/// Implemented by a grain class that knows from its state to whom it belongs. What its calls require is then checked there, and not in what its
/// key says. Read before each guarded call, on the grain's own scheduler, after it was activated.
/// </summary>
public interface IOwnedByOrganization
{
    /// <summary>The organization; null while it belongs to none, which denies every guarded call.</summary>
    string? Organization { get; }

    /// <summary>The project within it; null for the organization itself.</summary>
    string? Project => null;
}
