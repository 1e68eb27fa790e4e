namespace RbacGrains.Api;

/// <summary>
/// Ends the reading of a request that cannot be understood. It never leaves the API: readers of headers, paths and bodies are
/// called deep inside a handler, and none of them has anything useful to do with a problem but to pass it on.
/// </summary>
internal sealed class RequestException(Problem problem) : Exception(problem.Detail)
{
    /// <summary>What is wrong.</summary>
    public Problem Problem { get; } = problem;
}
