using System.Collections.Immutable;

namespace RbacGrains.Contract.Tests;

/// <summary>Reads listings to their end.</summary>
public static class Pages
{
    public static async Task<ImmutableArray<T>> All<T>(
        Func<PageRequest, ValueTask<Result<Page<T>>>> list, int size = 100, Func<int, Task>? between = null)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        var token = "";
        for (var page = 0; ; page++)
        {
            var listed = (await list(new PageRequest(size, token))).Require();
            Assert.True(listed.Items.Length <= size, $"Of {size} items to a page it answered {listed.Items.Length}.");
            items.AddRange(listed.Items);
            token = listed.NextToken;
            if (token.Length == 0) return items.DrainToImmutable();
            if (between is not null) await between(page);
        }
    }
}
