using System.Text.RegularExpressions;

namespace RbacGrains.AdminConsole;

/// <summary>The engine's sentences with the names that people use in the place of ids.</summary>
public static partial class ExplanationText
{
    /// <summary>A sentence with titles for the ids that it quotes; what is not the model's or the organization's stays as it is.</summary>
    public static string Of(string sentence, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(policy);
        var before = "";
        return Quoted().Replace(sentence, match =>
        {
            // In a list the word stands before the first only: role 'a' or 'b'.
            if (match.Groups["what"].Value is { Length: > 0 } what) before = what.ToLowerInvariant();
            else if (!match.Groups["or"].Success) before = "";
            var id = match.Groups["id"].Value;
            return match.Value[..(match.Groups["id"].Index - match.Index - 1)] + (TitleOf(before, id, policy) ?? $"'{id}'");
        });
    }

    private static string? TitleOf(string what, string id, Policy policy)
    {
        var model = policy.Model;
        return what switch
        {
            "role" => policy.FindRole(id)?.Title,
            "plan" => model.FindPlan(id)?.Title,
            "gate" => model.Gates.FirstOrDefault(gate => gate.Id == id)?.Title,
            "project" or "entry" or "group" => id == ProjectScope.Others ? "for all other projects" : id,
            _ when model.Actions.TryFind(id, out _) => $"“{RemedyWords.Action(model, id)}”",
            _ when model.AreaTable.TryFind(id, out _) => AccessWords.Area(model, id),
            _ when model.RankOf(id) is >= 0 and var rank => model.Levels[rank].Title,
            _ => null,
        };
    }

    [GeneratedRegex(@"(?:(?:\b(?<what>role|plan|gate|project|entry|group) )|(?<or>\bor |, not (?:on|to) |, ))?'(?<id>[^']*)'", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();
}
