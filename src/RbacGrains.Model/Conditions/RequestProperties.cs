namespace RbacGrains.Model;

/// <summary>What whoever asks says about the four parts of a request. It is taken at its word: who asks is who enforces.</summary>
public sealed record RequestProperties
{
    /// <summary>Nothing is said.</summary>
    public static RequestProperties None { get; } = new();

    /// <summary>About who wants to do something.</summary>
    public Properties Subject { get; init; } = Properties.None;

    /// <summary>About what it is done to.</summary>
    public Properties Resource { get; init; } = Properties.None;

    /// <summary>About how it is done.</summary>
    public Properties Action { get; init; } = Properties.None;

    /// <summary>About the circumstances.</summary>
    public Properties Context { get; init; } = Properties.None;
}
