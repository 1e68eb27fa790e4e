using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>One page of a list.</summary>
/// <param name="Text">The page as it came.</param>
/// <param name="Items">Its items.</param>
/// <param name="NextPageToken">Where the list goes on; empty at its end.</param>
internal sealed record ServerPage(string Text, JsonArray Items, string NextPageToken)
{
    /// <summary>The page in an answer.</summary>
    public static ServerPage Of(ServerAnswer answer)
    {
        var json = answer.Json;
        return new ServerPage(
            answer.Text, ServerAnswer.Get<JsonArray>(json, "items"), ServerAnswer.Get<string>(json, "next_page_token"));
    }
}
