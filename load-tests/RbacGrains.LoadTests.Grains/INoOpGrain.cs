namespace RbacGrains.LoadTests;

/// <summary>The least that a grain can do: the limit of what any call of a grain can reach.</summary>
[Alias("load.noop")]
public interface INoOpGrain : IGrainWithStringKey
{
    /// <summary>Nothing.</summary>
    [Alias("Do")]
    ValueTask Do();
}
