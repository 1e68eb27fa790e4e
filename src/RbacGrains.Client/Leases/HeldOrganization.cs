namespace RbacGrains.Client;

/// <summary>An organization of which something is held. Its policy is one object for all its members.</summary>
internal sealed class HeldOrganization(string id, HeldRecords records)
{
    private volatile HeldPolicy? _policy;

    /// <summary>The organization.</summary>
    public string Id { get; } = id;

    /// <summary>All that is held with it, under the same lease.</summary>
    public HeldRecords Records { get; } = records;

    /// <summary>Its policy; null when it is not held.</summary>
    public HeldPolicy? Policy
    {
        get => _policy;
        set => _policy = value;
    }

    /// <summary>How many accesses are held in it.</summary>
    public int Members { get; set; }
}

/// <summary>A policy as it is held here, or the error that there is instead of one.</summary>
/// <param name="Policy">The policy; null where there is an error.</param>
/// <param name="Incarnation">The life of the organization.</param>
/// <param name="Error">That there is no such organization, or that its model cannot be evaluated.</param>
internal sealed record HeldPolicy(Policy? Policy, long Incarnation, Error? Error);
