using RbacGrains.Storage;

namespace RbacGrains.Grains;

/// <summary>What the grains run on. Every silo of a cluster has the same.</summary>
public sealed record RbacGrainsOptions
{
    /// <summary>Where state is kept: a database, or a schema of one, of the grid's own.</summary>
    public required GridStorageOptions Storage { get; init; }

    /// <summary>The models that organizations can live by; the shipped ones by default.</summary>
    public ModelCatalog Models { get; init; } = ShippedModels.Load();

    /// <summary>
    /// For how long a silo answers from memory after it last was seen to be a member of the cluster, and holds policies of organizations
    /// elsewhere. The loss of a silo delays changes by so much, and checks go on for so long without the database. Default 5 seconds, from
    /// 1 second to 1 minute.
    /// </summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How far the machine's clock may be from the database's before the silo refuses to start. Default 5 seconds, from 100 milliseconds.</summary>
    public TimeSpan MaxClockSkew { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time by which memberships and invitations expire. Leases never go by it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// How leases are granted to client processes. A client's lease also never outlasts the silo's own, so one that is longer than
    /// <see cref="LeaseDuration"/> does not help.
    /// </summary>
    public LeaseOptions Leases { get; init; } = new();

    /// <summary>How patient requests are that are made within the silo by way of <see cref="IGrid"/>.</summary>
    public GridClientOptions Client { get; init; } = new();

    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    internal RbacGrainsOptions Validated()
    {
        ArgumentNullException.ThrowIfNull(Storage);
        if (LeaseDuration < TimeSpan.FromSeconds(1) || LeaseDuration > TimeSpan.FromMinutes(1))
            throw new ArgumentException($"{nameof(LeaseDuration)} is {LeaseDuration}; it must be from 1 second to 1 minute.");
        if (MaxClockSkew < TimeSpan.FromMilliseconds(100))
            throw new ArgumentException($"{nameof(MaxClockSkew)} is {MaxClockSkew}; it must be at least 100 milliseconds.");
        Leases.Validated();
        return this;
    }
}
