using System.Collections.Immutable;

namespace RbacGrains.Model;

/// <summary>Reads the levels that a role or a preset sets in areas.</summary>
internal static class GrantsReader
{
    public static ImmutableArray<Grant> Areas(Fields fields, Inheritance inheritance, Declarations names)
    {
        var set = new Dictionary<string, (int Rank, ScalarNode Level)>(StringComparer.Ordinal);
        var misread = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in fields.Pairs("areas"))
        {
            var area = names.Areas.Resolve(key, fields.Sentence, fields.Problems);
            var level = Level(fields, key, value, names.Levels);
            if (area is not null && level is not null && names.Levels.Contains(level.Text))
                set.Add(area, (names.Levels.IndexOf(level.Text), level));
            else misread.Add(key.Text);
        }
        if (inheritance == Inheritance.Cap) CheckCap(fields, set, misread, names);
        return [.. set.Select(pair => new Grant(pair.Key, pair.Value.Level.Text))];
    }

    private static ScalarNode? Level(Fields fields, ScalarNode area, DocumentNode value, DeclaredNames levels)
    {
        var subject = $"The area '{area.Text}' of {fields.Subject}";
        if (value is ScalarNode scalar)
        {
            if (!Words.IsText(scalar, subject, fields.Problems)) return null;
            return levels.Resolve(scalar, subject, fields.Problems) is null ? null : scalar;
        }
        if (value is not UnreadableNode)
            fields.Problems.Add(
                value.Place, $"{subject} is {value.Noun}, not a level.",
                $"Write `{area.Text}: <level>`; sub-areas stand beside their area, as `{area.Text}/sub-area: <level>`.");
        return null;
    }

    private static void CheckCap(
        Fields fields, Dictionary<string, (int Rank, ScalarNode Level)> set, HashSet<string> misread, Declarations names)
    {
        foreach (var (area, (rank, level)) in set)
        {
            var slash = area.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0) continue;
            var parent = area[..slash];
            var isSet = set.TryGetValue(parent, out var above);
            // What the parent is set to may be the mistake, and is reported already.
            if (rank <= above.Rank || misread.Contains(parent)) continue;
            var inEffect = isSet ? $"'{above.Level.Text}'" : $"not set and so '{names.Levels.InOrder[0]}'";
            fields.Problems.Add(
                level.Place, $"{fields.Sentence} sets '{area}' to '{level.Text}', above its parent '{parent}', which is {inEffect}.",
                $"Raise '{parent}' to '{level.Text}', or lower '{area}'; or let areas inherit by `inheritance: cascade`.");
        }
    }
}
