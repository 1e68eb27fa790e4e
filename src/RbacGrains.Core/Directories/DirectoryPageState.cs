using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>The durable part of a page.</summary>
/// <param name="NextPosition">The position of the next entry.</param>
/// <param name="Dirty">Whether summaries may be behind the actors they are of.</param>
/// <param name="Entries">The entries in order of position.</param>
public sealed record DirectoryPageState(int NextPosition, bool Dirty, ImmutableArray<DirectoryEntry> Entries)
{
    /// <summary>How many entries fit a page: small enough to write whole, many enough to make a page of a listing.</summary>
    public const int Capacity = 100;

    /// <summary>A page on which nothing stands yet.</summary>
    public static DirectoryPageState Empty { get; } = new(0, false, []);

    /// <summary>The place of an id in <see cref="Entries"/>, or -1.</summary>
    public int IndexOf(string id)
    {
        for (var index = 0; index < Entries.Length; index++)
            if (string.Equals(Entries[index].Id, id, StringComparison.Ordinal)) return index;
        return -1;
    }

    /// <summary>The same page with one entry more, which makes it one whose summaries may be behind.</summary>
    public DirectoryPageState With(string id, DirectorySummary? summary) => this with
    {
        NextPosition = NextPosition + 1,
        Dirty = true,
        Entries = Entries.Add(new DirectoryEntry(NextPosition, id, summary)),
    };
}
