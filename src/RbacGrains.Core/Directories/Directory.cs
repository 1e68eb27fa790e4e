using System.Globalization;
using System.Runtime.CompilerServices;

namespace RbacGrains.Core;

/// <summary>A list kept in pages, seen from whoever coordinates it.</summary>
/// <param name="name">The directory's name, see <see cref="DirectoryName"/>.</param>
/// <param name="actors">Where its pages are.</param>
internal sealed class Directory(string name, IActors actors)
{
    /// <summary>The organization that the directory is of; empty for the tenants' own.</summary>
    public string Organization => name.Split('/') is [_, var organization, _] ? organization : "";

    /// <summary>The page of a number.</summary>
    public IDirectoryPage Page(int number) => actors.DirectoryPage(DirectoryName.Page(name, number));

    /// <summary>Opens a place for a new id, on the last page or on a page more.</summary>
    /// <param name="id">The id to add.</param>
    /// <param name="pages">How many pages there are.</param>
    /// <param name="grow">Makes durable that there is one page more than it is given, and answers how many there are then.</param>
    /// <returns>The number of the page.</returns>
    public async ValueTask<int> OpenPlace(string id, int pages, Func<int, ValueTask<int>> grow)
    {
        while (true)
        {
            if (pages > 0 && await Page(pages - 1).Open(id, add: true)) return pages - 1;
            pages = await grow(pages);
        }
    }

    /// <summary>Every entry after a token, each with its place.</summary>
    public async IAsyncEnumerable<(DirectoryEntry Entry, DirectoryPlace Place)> Entries(
        int pages, string? token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, after) = ParseToken(token) ?? (0, -1);
        for (var page = first; page < pages; page++, after = -1)
            foreach (var entry in await Page(page).List(after, cancellationToken))
                yield return (entry, new DirectoryPlace(page, entry.Position));
    }

    /// <summary>Every id that is listed, or may be; whoever is asked for is to be asked whether they belong here.</summary>
    public async IAsyncEnumerable<string> Possible(int pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 0; page < pages; page++)
            foreach (var id in await Page(page).ListPossible(cancellationToken))
                yield return id;
    }

    /// <summary>Every entry from a place on, the one at the place included, each with its own place.</summary>
    public async IAsyncEnumerable<(DirectoryEntry Entry, (int Page, int Position) Place)> EntriesFrom(
        int pages, int first, int position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = position - 1;
        for (var page = first; page < pages; page++, after = -1)
            foreach (var entry in await Page(page).List(after, cancellationToken))
                yield return (entry, (page, entry.Position));
    }

    /// <summary>Takes a token apart; null for none, or one that no directory made.</summary>
    public static (int Page, int Position)? ParseToken(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var parts = token.Split('-');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                ? (page, position)
                : null;
    }
}
