namespace RbacGrains.AdminConsole;

/// <summary>The words of remedies.</summary>
internal static class RemedyWords
{
    /// <summary>A title with its article: "an Editor".</summary>
    public static string Article(string title) => title.Length > 0 && "aeiouAEIOU".Contains(title[0], StringComparison.Ordinal) ? $"an {title}" : $"a {title}";

    /// <summary>The name of a level as people write it.</summary>
    public static string Level(AuthorizationModel model, int rank) => model.Levels[rank].Title;

    /// <summary>What is asked for, in words: "Knowledge › FAQs: Edit", "API keys: delete".</summary>
    public static string Action(AuthorizationModel model, string action)
    {
        var at = action.LastIndexOf('@');
        if (at < 0)
        {
            var colon = action.LastIndexOf(':');
            return colon > 0 && model.AreaTable.TryFind(action[..colon], out _)
                ? $"{AccessWords.Area(model, action[..colon])}: {action[(colon + 1)..].Replace('_', ' ')}"
                : AccessWords.Action(action);
        }

        var rank = model.RankOf(action[(at + 1)..]);
        return $"{AccessWords.Area(model, action[..at])}: {(rank < 0 ? action[(at + 1)..] : Level(model, rank))}";
    }
}
