namespace RbacGrains.Grains;

/// <summary>A state record cannot be read. Repeating the request does not help; the message says what does.</summary>
[GenerateSerializer]
[Alias("rbac.unreadable_record_exception")]
public sealed class UnreadableRecordException : Exception
{
    /// <summary>Says which record, and what to do.</summary>
    public UnreadableRecordException(string message)
        : base(message)
    {
    }

    /// <summary>Says which record, and what to do.</summary>
    public UnreadableRecordException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>An exception that says nothing.</summary>
    public UnreadableRecordException()
    {
    }
}
