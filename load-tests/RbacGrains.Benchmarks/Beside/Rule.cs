using System.Collections.Immutable;

namespace RbacGrains.Benchmarks;

/// <summary>Verbs that somebody may use on a resource or an area, or may not.</summary>
/// <param name="Resource">The resource or area: what an action's name says before the colon.</param>
/// <param name="Verbs">The verbs, in ordinal order.</param>
internal sealed record Rule(string Resource, ImmutableArray<string> Verbs)
{
    /// <summary>Makes rules of actions.</summary>
    public static ImmutableArray<Rule> Of(IEnumerable<string> actions) =>
    [
        .. actions.Select(Split).GroupBy(action => action.Resource, StringComparer.Ordinal)
            .Select(group => new Rule(group.Key, [.. group.Select(action => action.Verb).Order(StringComparer.Ordinal)])),
    ];

    /// <summary>An action's two parts.</summary>
    public static (string Resource, string Verb) Split(string action)
    {
        var colon = action.LastIndexOf(':');
        return (action[..colon], action[(colon + 1)..]);
    }
}
