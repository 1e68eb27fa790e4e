namespace RbacGrains.Benchmarks;

/// <summary>What a comparison says of a path.</summary>
public enum PathVerdict
{
    /// <summary>As before, or better.</summary>
    Fine,

    /// <summary>It takes longer beside its limit than it may, and the run's own spread does not explain it.</summary>
    Slower,

    /// <summary>It allocates more than it may.</summary>
    AllocatesMore,

    /// <summary>The baseline does not have it yet; it has to be refreshed.</summary>
    New,

    /// <summary>The baseline has it, and this run did not measure it: its store is not on this machine, or it is gone.</summary>
    NotMeasured,
}
