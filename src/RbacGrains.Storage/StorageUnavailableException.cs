namespace RbacGrains.Storage;

/// <summary>
/// The database cannot be used: it is unreachable, not writable, or owned by another process. The message says what was
/// tried, without secrets, and what to do.
/// </summary>
public sealed class StorageUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
