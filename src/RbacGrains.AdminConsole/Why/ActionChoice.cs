using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>Something of a model that can be asked for.</summary>
/// <param name="Word">How it is asked for: <c>api_keys:delete</c>, <c>knowledge/faqs@edit</c>.</param>
/// <param name="Title">Its name as people read it: "API keys: delete", "Knowledge › FAQs: Edit".</param>
/// <param name="Group">The resource or top area that it belongs to.</param>
/// <param name="Keywords">Further words by which it is found: those of the product's page.</param>
public sealed record ActionChoice(string Word, string Title, string Group, string Keywords)
{
    /// <summary>Everything that can be asked for in a model: areas at their levels first, then every action.</summary>
    public static ImmutableArray<ActionChoice> Of(AuthorizationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var levels =
            from area in model.AreaTable.All
            from level in model.Levels
            where !level.Verbs.IsEmpty
            select Make(model, $"{area.Id}@{level.Id}", area.Id, area.Description);
        var actions = model.Actions.Names.Select(action => Make(
            model, action, action[..action.LastIndexOf(':')],
            string.Join(' ', model.Matrix.Where(row => row.Actions.Contains(action)).Select(row => row.Row))));
        return [.. levels, .. actions];
    }

    /// <summary>Those in which every word of a search is found, letter case aside; the closest first.</summary>
    public static IEnumerable<ActionChoice> Search(IEnumerable<ActionChoice> choices, string text)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split([' ', '›', ':', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return choices.Where(choice => Array.TrueForAll(words, word => choice.Has(word)))
            .OrderByDescending(choice => choice.Word == text || choice.Title.Equals(text, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(choice => Array.TrueForAll(words, word => Contains(choice.Title, word)));
    }

    private static ActionChoice Make(AuthorizationModel model, string word, string on, string keywords)
    {
        var top = on.Split('/')[0];
        var group = model.AreaTable.TryFind(top, out var place) ? model.AreaTable.All[place].Title : Plain.Title(top);
        return new ActionChoice(word, RemedyWords.Action(model, word), group, keywords);
    }

    private bool Has(string word) => Contains(Title, word) || Contains(Word, word) || Contains(Keywords, word);

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
