namespace RbacGrains.Benchmarks;

/// <summary>How our own check is called.</summary>
internal enum OwnEngine
{
    /// <summary>With the user's access and the organization's policy at hand, by the action's name.</summary>
    Held,

    /// <summary>By the names of user, organization and action, under a lease.</summary>
    Leased,

    /// <summary>Under a lease, by what was made beforehand of the user and of the action.</summary>
    Handles,
}
