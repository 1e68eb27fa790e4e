namespace RbacGrains.Client;

/// <summary>How a client stands with the service.</summary>
public enum LeaseState
{
    /// <summary>It is about to open a session; whoever asks waits for that.</summary>
    Connecting,

    /// <summary>It has a lease.</summary>
    Leased,

    /// <summary>It can reach the service but is granted no lease: each check is asked for.</summary>
    Asking,

    /// <summary>It cannot reach the service, and answers from what it held before, within the bound that was chosen.</summary>
    Stale,

    /// <summary>It cannot reach the service, and allows nothing.</summary>
    Unreachable,

    /// <summary>It was disposed of, and allows nothing.</summary>
    Stopped,
}
