namespace RbacGrains.Grains;

/// <summary>
/// A write was judged by an activation of an organization that another one has replaced. Nothing was written; the activation ends, and the
/// request may be repeated.
/// </summary>
[GenerateSerializer]
[Alias("rbac.term_lost_exception")]
internal sealed class TermLostException : GridStorageException
{
    public TermLostException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public TermLostException(string message)
        : base(message)
    {
    }

    public TermLostException()
    {
    }
}
