namespace RbacGrains.Grains;

/// <summary>Finishes what lost silos have left half-way; there is one, under the key <see cref="TheOne"/>.</summary>
[Alias("rbac.recovery")]
internal interface IRecoveryGrain : IGrainWithStringKey
{
    /// <summary>The key.</summary>
    const string TheOne = "all";

    /// <summary>Sees to it that unfinished work is looked for from now on, and looks for it.</summary>
    [Alias("Start")]
    ValueTask Start();
}
