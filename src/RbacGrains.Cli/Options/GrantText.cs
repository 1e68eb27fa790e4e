using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>Grants as people write them: <c>knowledge/faqs=read</c> for a level in an area, <c>agents:create</c> for an action.</summary>
internal static class GrantText
{
    /// <summary>The level under which a single action is granted.</summary>
    private const string Allow = "allow";

    /// <summary>Reads one.</summary>
    public static KeyValuePair<string, string> Read(string text, string option)
    {
        if (text.Contains(':', StringComparison.Ordinal) && !text.Contains('=', StringComparison.Ordinal))
            return KeyValuePair.Create(text, Allow);
        var (on, level) = Pairs.Read(text, option, "area=level, or an action");
        return KeyValuePair.Create(on, level);
    }

    /// <summary>Several as the object that the server takes; of two for the same thing the later one holds.</summary>
    public static JsonObject ToJson(IEnumerable<string> texts, string option)
    {
        var grants = new JsonObject();
        foreach (var text in texts)
        {
            var (on, level) = Read(text, option);
            grants[on] = level;
        }

        return grants;
    }
}
