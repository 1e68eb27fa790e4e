namespace RbacGrains.Client;

/// <summary>A page of a list.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items, string NextPageToken)
{
    /// <summary>The page, item for item.</summary>
    public Page<TItem> ToPage<TItem>(Func<T, TItem> item) => new([.. Items.Select(item)], NextPageToken);
}
