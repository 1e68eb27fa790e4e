using System.Collections.Frozen;

namespace RbacGrains.Client;

/// <summary>
/// In which projects of one organization one user may do each of a few things: what a page of a table needs instead of a check per row.
/// It tells what was true when it was read, so it is for one request and not for keeping.
/// </summary>
/// <param name="projects">The projects of each action.</param>
public sealed class AllowedProjects(IEnumerable<KeyValuePair<string, ProjectSet>> projects)
{
    private readonly FrozenDictionary<string, ProjectSet> _projects = projects.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The projects of an action that was asked about.</summary>
    /// <param name="action">The action, in the words in which it was asked about.</param>
    /// <exception cref="ArgumentException">It was not asked about, so nothing is known: a mistake in the program.</exception>
    public ProjectSet this[string action] => _projects.TryGetValue(action, out var found)
        ? found
        : throw new ArgumentException(
            $"'{action}' was not asked about. Name it where the projects are read; named are {string.Join(", ", _projects.Keys.Order(StringComparer.Ordinal))}.",
            nameof(action));

    /// <summary>Whether the user may do something in a project; null for the organization itself.</summary>
    /// <inheritdoc cref="this" path="/exception"/>
    public bool Allows(string action, string? project) => this[action].Contains(project);
}
