namespace RbacGrains.Client;

/// <summary>What came of one attempt at a request: its answer, or the loss of it.</summary>
/// <param name="Answer">The answer; null when there is none.</param>
/// <param name="Loss">How much is known of what was not answered.</param>
/// <param name="Error">What the service said instead of an answer; null where nothing came.</param>
/// <param name="Pause">How long the service asks to be left alone.</param>
internal readonly record struct Attempt<T>(Result<T>? Answer, Loss Loss = Loss.None, Error? Error = null, TimeSpan Pause = default);

/// <summary>How much is known of a request without an answer.</summary>
internal enum Loss
{
    /// <summary>It was answered.</summary>
    None,

    /// <summary>It never reached the service, or the service says that it did nothing: it can be repeated, whatever it is.</summary>
    NothingDone,

    /// <summary>It may have been carried out: it can be repeated if that is harmless.</summary>
    Unknown,

    /// <summary>It may have been carried out, and repeating it would go no better.</summary>
    Final,
}
