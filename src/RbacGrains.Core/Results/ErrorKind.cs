namespace RbacGrains.Core;

/// <summary>What sort of failure an error is; each edge translates it once (HTTP status, exit code).</summary>
public enum ErrorKind
{
    /// <summary>The request cannot mean anything valid.</summary>
    Invalid,

    /// <summary>The caller may not do this; the organization's model says with which HTTP status that is answered.</summary>
    Denied,

    /// <summary>There is no such thing, or the caller is not to know of it.</summary>
    NotFound,

    /// <summary>The request is valid, but not in the present state.</summary>
    Conflict,

    /// <summary>The state is not the one that the caller expected.</summary>
    PreconditionFailed,

    /// <summary>The service cannot answer at present; nothing is wrong with the request.</summary>
    Unavailable,
}
