namespace RbacGrains.Api.Tests;

/// <summary>A clock that can be set ahead. Timers and durations stay real.</summary>
public sealed class MovableClock : TimeProvider
{
    private long _ahead;

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));
}
