using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <summary>Makes pages of what a directory yields.</summary>
internal static class Listing
{
    /// <summary>Collects a page; entries that are mapped to null are passed over.</summary>
    public static async ValueTask<Result<Page<T>>> Collect<T>(
        Directory directory,
        int pages,
        PageRequest request,
        Func<DirectoryEntry, ValueTask<T?>> map,
        CancellationToken cancellationToken)
        where T : class
    {
        if (Check(request) is { } error) return error;
        var items = ImmutableArray.CreateBuilder<T>();
        var token = request.Token ?? "";
        await foreach (var (entry, next) in directory.Entries(pages, request.Token, cancellationToken))
        {
            if (await map(entry) is not { } item) continue;
            // There is one more than fits: the page ends with the item before.
            if (items.Count == request.Size) return new Page<T>(items.ToImmutable(), token);
            items.Add(item);
            token = next;
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
}
