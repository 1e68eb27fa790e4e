namespace RbacGrains.Load;

/// <summary>Bytes that went to a target and came from it, counted where they pass. For any number of threads.</summary>
public sealed class Traffic
{
    private long _sent;
    private long _received;

    /// <summary>Bytes sent to the target since it was opened.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Bytes received from the target since it was opened.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Counts bytes that were sent.</summary>
    public void AddSent(long bytes) => Interlocked.Add(ref _sent, bytes);

    /// <summary>Counts bytes that were received.</summary>
    public void AddReceived(long bytes) => Interlocked.Add(ref _received, bytes);
}
