using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>As much of a list as was asked for: one page or more.</summary>
internal sealed record ServerList(ImmutableArray<ServerPage> Pages)
{
    /// <summary>The items of all pages.</summary>
    public IEnumerable<JsonNode?> Items => Pages.SelectMany(page => page.Items);

    /// <summary>Where the list goes on; empty at its end.</summary>
    public string NextPageToken => Pages[^1].NextPageToken;

    /// <summary>The list as if it had come as one page.</summary>
    public string Json => Pages.Length == 1
        ? Pages[0].Text
        : JsonText.Of(new JsonObject
        {
            ["items"] = new JsonArray([.. Items.Select(item => item?.DeepClone())]),
            ["next_page_token"] = NextPageToken,
        });
}
