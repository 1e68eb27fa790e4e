namespace RbacGrains.Client;

/// <summary>Reads what lists are filtered by.</summary>
public static class GridLists
{
    /// <summary>In which projects a user may do each of some things. One call for each action, all at once.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="user">Who.</param>
    /// <param name="organization">Where.</param>
    /// <param name="actions">What: actions, or areas at a level.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Nothing for somebody who is no member; the error of the first action that has one.</returns>
    public static async ValueTask<Result<AllowedProjects>> ReadProjects(
        this IGrid grid, string user, string organization, IEnumerable<string> actions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var asked = actions.Distinct(StringComparer.Ordinal).ToList();
        var found = await Task.WhenAll(asked.Select(action =>
            grid.User(user).ListProjects(Caller.Service, organization, action, cancellationToken).AsTask()));
        return found.FirstOrDefault(result => !result.Succeeded)?.Error is { } error
            ? error
            : new AllowedProjects(asked.Zip(found, (action, result) => KeyValuePair.Create(action, result.Require())));
    }
}
