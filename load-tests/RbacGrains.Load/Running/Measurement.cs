namespace RbacGrains.Load;

/// <summary>What a run has measured.</summary>
/// <param name="Recorder">Its durations and errors.</param>
/// <param name="Elapsed">How long it took, what was late at its end included.</param>
/// <param name="Seconds">How it went.</param>
/// <param name="Data">The bytes; null where nobody counted them.</param>
internal sealed record Measurement(Recorder Recorder, TimeSpan Elapsed, IReadOnlyList<SecondFigures> Seconds, DataFigures? Data);
