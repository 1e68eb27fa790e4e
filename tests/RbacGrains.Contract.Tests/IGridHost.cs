namespace RbacGrains.Contract.Tests;

/// <summary>A host under test: an empty grid on the suite's models, and a clock that the suite moves.</summary>
public interface IGridHost : IAsyncDisposable
{
    IGrid Grid { get; }

    ManualClock Clock { get; }

    /// <summary>Ends the process as a crash would, as far as the host can play it, and starts another on the same state.</summary>
    Task Restart();
}
