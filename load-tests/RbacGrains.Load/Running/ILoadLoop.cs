namespace RbacGrains.Load;

/// <summary>Has virtual users make iterations as a load shape says.</summary>
internal interface ILoadLoop
{
    /// <summary>How many iterations should have begun and have not.</summary>
    long Waiting { get; }

    /// <summary>Runs to the end of the shape, and until what has begun has ended.</summary>
    Task Run(CancellationToken cancellationToken);
}
