using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>A page of a list.</summary>
internal sealed record ListJson<T>(IReadOnlyList<T> Items, string NextPageToken)
{
    /// <summary>The page of an actor, item for item.</summary>
    public static ListJson<T> Of<TItem>(Page<TItem> page, Func<TItem, T> item) => new([.. page.Items.Select(item)], page.NextToken);

    /// <summary>A list that is never more than one page.</summary>
    public static ListJson<T> Whole(IEnumerable<T> items) => new([.. items], "");
}
