namespace RbacGrains.Api;

/// <summary>Says whether the host can answer: it has opened its database and found whatever was left unfinished.</summary>
public interface IReadiness
{
    /// <summary>Why it cannot answer yet, or any more; null when it can.</summary>
    ValueTask<string?> FindObstacle(CancellationToken cancellationToken);
}
