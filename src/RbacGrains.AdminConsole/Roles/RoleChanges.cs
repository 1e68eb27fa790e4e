using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>How two states of a role of the organization's own differ, in words.</summary>
public static class RoleChanges
{
    /// <summary>A line for each thing that differs.</summary>
    public static ImmutableArray<AccessChange> Of(Policy policy, CustomRole before, CustomRole after)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var model = policy.Model;
        var lines = ImmutableArray.CreateBuilder<AccessChange>();
        Add("Title", before.Title, after.Title);
        Add("Description", before.Description, after.Description);
        Add("Based on", RoleTitle(policy, before.BasedOn), RoleTitle(policy, after.BasedOn));
        foreach (var on in before.Grants.Items.Concat(after.Grants.Items).Select(grant => grant.On).Distinct(StringComparer.Ordinal))
            Add(RemedyWordsOf(model, on), Level(model, before.Grants[on]), Level(model, after.Grants[on]));
        Add("Plans", Words(before.Plans, plan => model.FindPlan(plan)?.Title ?? plan, "all"), Words(after.Plans, plan => model.FindPlan(plan)?.Title ?? plan, "all"));
        Add("Given by", Words(before.AssignableBy, role => RoleTitle(policy, role), "whoever may change members"), Words(after.AssignableBy, role => RoleTitle(policy, role), "whoever may change members"));
        return lines.ToImmutable();

        void Add(string what, string was, string isNow)
        {
            if (was != isNow) lines.Add(new AccessChange(what, was.Length == 0 ? "nothing" : was, isNow.Length == 0 ? "nothing" : isNow));
        }
    }

    private static string RoleTitle(Policy policy, string? role) => role is null ? "nothing" : policy.FindRole(role)?.Title ?? role;

    private static string RemedyWordsOf(AuthorizationModel model, string on) =>
        on.Contains(':', StringComparison.Ordinal) ? RemedyWords.Action(model, on) : AccessWords.Area(model, on);

    private static string Level(AuthorizationModel model, string? level) => level switch
    {
        null => "as in its base",
        Grants.Allow => "granted",
        Grants.None when model.RankOf(level) < 0 => "withdrawn",
        _ => model.RankOf(level) is >= 0 and var rank ? model.Levels[rank].Title : level,
    };

    private static string Words(ImmutableArray<string> words, Func<string, string> title, string none) =>
        words.IsEmpty ? none : string.Join(", ", words.Select(title));
}
