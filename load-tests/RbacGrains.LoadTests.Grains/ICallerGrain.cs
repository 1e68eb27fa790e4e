namespace RbacGrains.LoadTests;

/// <summary>A grain that calls others, to measure calls between grains.</summary>
[Alias("load.caller")]
public interface ICallerGrain : IGrainWithIntegerKey
{
    /// <summary>Calls for a time, see <see cref="CallLoop.Run"/>.</summary>
    /// <param name="kind">What.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="organization">Where the users are members.</param>
    /// <param name="action">What every one of them may do.</param>
    /// <param name="users">How many there are.</param>
    /// <returns>How many calls were answered.</returns>
    [Alias("Run")]
    Task<long> Run(CallKind kind, TimeSpan duration, string organization, string action, int users);
}
