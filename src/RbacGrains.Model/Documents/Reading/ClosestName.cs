namespace RbacGrains.Model;

/// <summary>Finds the name that somebody probably meant, by the number of typing mistakes between the two.</summary>
internal static class ClosestName
{
    // Bounds the work that a document full of mistakes can make.
    private const int MostCandidates = 2000;
    private const int MostShown = 20;

    /// <summary>A sentence that names the closest of the candidates, or else all of them as far as they fit.</summary>
    public static string Suggest(string name, IReadOnlyCollection<string> candidates, string plural)
    {
        if (Among(name, candidates) is { } closest) return $"Did you mean '{closest}'?";
        if (candidates.Count == 0) return $"The model has no {plural}.";
        var more = candidates.Count > MostShown ? $" and {candidates.Count - MostShown} more" : "";
        return $"The {plural} are: {string.Join(", ", candidates.Take(MostShown))}{more}.";
    }

    /// <summary>The closest candidate, or null when none is close: a third of its length may be wrong, at least one character.</summary>
    public static string? Among(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > 3 * Slug.MaxLength) return null;
        var most = Math.Max(1, name.Length / 3);
        return candidates.Take(MostCandidates)
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= most)
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToLowerInvariant(), candidate)))
            .Where(candidate => candidate.Distance <= most)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>How many characters were inserted, left out, mistaken or swapped with their neighbour.</summary>
    public static int Distance(string one, string other)
    {
        var cost = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++) cost[row, 0] = row;
        for (var column = 0; column <= other.Length; column++) cost[0, column] = column;
        for (var row = 1; row <= one.Length; row++)
        {
            for (var column = 1; column <= other.Length; column++)
            {
                var mistaken = one[row - 1] == other[column - 1] ? 0 : 1;
                cost[row, column] = Math.Min(
                    Math.Min(cost[row - 1, column], cost[row, column - 1]) + 1,
                    cost[row - 1, column - 1] + mistaken);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                    cost[row, column] = Math.Min(cost[row, column], cost[row - 2, column - 2] + 1);
            }
        }
        return cost[one.Length, other.Length];
    }
}
