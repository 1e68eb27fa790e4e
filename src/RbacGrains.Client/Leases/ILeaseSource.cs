namespace RbacGrains.Client;

/// <summary>
/// The service that grants leases, over whatever leads there. Failing to reach it is an exception; what it refuses is an error.
/// </summary>
public interface ILeaseSource
{
    /// <summary>Opens a session.</summary>
    /// <param name="holder">Is told what to drop, from the moment something is held.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    ValueTask<Result<ILeaseConnection>> Connect(ILeaseHolder holder, CancellationToken cancellationToken);

    /// <summary>A model that a policy names, as the service has it.</summary>
    /// <returns>Null where the service has none of that name and version.</returns>
    ValueTask<AuthorizationModel?> FindModel(string name, int version, CancellationToken cancellationToken);
}

/// <summary>
/// A session and the line on which it says what to drop. Disposing of it closes the line: the session is renewed no more, but what is held under it
/// counts until its lease has run out. Whoever holds nothing any more says so with <see cref="ILeaseSession.End"/> first.
/// </summary>
public interface ILeaseConnection : IAsyncDisposable
{
    /// <summary>The session.</summary>
    ILeaseSession Session { get; }

    /// <summary>Completes when nothing can be told to the holder any more. It never fails.</summary>
    Task Closed { get; }
}
