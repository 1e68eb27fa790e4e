namespace RbacGrains.Grains;

/// <summary>A silo could not read or write its database, or has lost the lease under which it answers. The request may be repeated.</summary>
[GenerateSerializer]
[Alias("rbac.storage_exception")]
public class GridStorageException : Exception
{
    /// <summary>Says what is unavailable.</summary>
    public GridStorageException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is unavailable, and what the database said. Only the message travels: a driver's exception may not be known elsewhere.</summary>
    public GridStorageException(string message, Exception inner)
        : base($"{message} {inner?.Message}")
    {
    }

    /// <summary>An exception that says nothing.</summary>
    public GridStorageException()
    {
    }
}
