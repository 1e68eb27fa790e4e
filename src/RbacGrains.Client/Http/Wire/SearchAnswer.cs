using System.Text.Json;

namespace RbacGrains.Client;

/// <summary>What a search has found.</summary>
internal sealed record SearchAnswer(SearchPageAnswer Page, IReadOnlyList<FoundAnswer> Results)
{
    /// <summary>The page, of what each result is called by.</summary>
    /// <exception cref="JsonException">A result is not called so.</exception>
    public Page<string> ToPage(Func<FoundAnswer, string?> called) =>
        new([.. Results.Select(found => called(found) ?? throw new JsonException("A result has no name."))], Page.NextToken);
}

/// <summary>Where a search goes on.</summary>
internal sealed record SearchPageAnswer(string NextToken);

/// <summary>A subject or resource by its id, or an action by its name.</summary>
internal sealed record FoundAnswer(string? Id = null, string? Name = null);
