namespace RbacGrains.Cluster.Testing;

/// <summary>What an operation of the load is.</summary>
internal enum OperationKind
{
    /// <summary>A check.</summary>
    Check,

    /// <summary>A change with a name, so that it may be repeated.</summary>
    Change,
}
