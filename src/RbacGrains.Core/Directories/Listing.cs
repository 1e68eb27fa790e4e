using System.Collections.Immutable;
using System.Globalization;

namespace RbacGrains.Core;

/// <summary>Makes pages of what directories yield.</summary>
internal static class Listing
{
    /// <summary>Collects a page; entries that are mapped to null are passed over.</summary>
    public static ValueTask<Result<Page<T>>> Collect<T>(
        Directory directory,
        int pages,
        PageRequest request,
        Func<DirectoryEntry, ValueTask<T?>> map,
        CancellationToken cancellationToken)
        where T : class => Collect([(directory, pages)], request, map, cancellationToken);

    /// <summary>Collects a page of several directories, one after the other.</summary>
    public static async ValueTask<Result<Page<T>>> Collect<T>(
        ImmutableArray<(Directory Directory, int Pages)> sections,
        PageRequest request,
        Func<DirectoryEntry, ValueTask<T?>> map,
        CancellationToken cancellationToken)
        where T : class
    {
        var (first, start) = Split(request.Token, sections.Length);
        if (Check(request with { Token = start }) is { } error) return error;
        var items = ImmutableArray.CreateBuilder<T>();
        var token = request.Token ?? "";
        for (var section = first; section < sections.Length; section++, start = null)
            await foreach (var (entry, place) in sections[section].Directory.Entries(sections[section].Pages, start, cancellationToken))
            {
                if (await map(entry) is not { } item) continue;
                // There is one more than fits: the page ends with the item before.
                if (items.Count == request.Size) return new Page<T>(items.ToImmutable(), token);
                items.Add(item);
                token = section == 0 ? place.Token : string.Create(CultureInfo.InvariantCulture, $"{section}.{place.Token}");
            }
        return new Page<T>(items.ToImmutable(), "");
    }

    /// <summary>What is wrong with a request for a page; null when nothing is.</summary>
    public static Error? Check(PageRequest request) =>
        request.Size is < 1 or > PageRequest.MaxSize
            ? Errors.InvalidValue($"A page has 1 to {PageRequest.MaxSize} items.")
            : !string.IsNullOrEmpty(request.Token) && Directory.ParseToken(request.Token) is null
                ? UnknownToken()
                : null;

    /// <summary>The refusal of a token that continues nothing.</summary>
    public static Error UnknownToken() =>
        Errors.InvalidValue("The page token is none that this list made; leave it out to start at the first page.");

    // A token of a later section begins with its number and a dot; the first one's is the directory's own.
    private static (int Section, string? Token) Split(string? token, int sections)
    {
        if (token?.Split('.') is not [var number, var rest]) return (0, token);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var section) && section > 0 && section < sections
            ? (section, rest)
            : (0, token);
    }
}
