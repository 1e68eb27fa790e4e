using System.Linq.Expressions;
using System.Reflection;

namespace RbacGrains.Client;

/// <summary>
/// Restricts queries to the rows that a user may see. A row belongs to the project whose id it has, or to the organization itself where that
/// is null; it is let through exactly where a check of the action within that project (or without one) would be allowed. Ids are compared by the
/// database, so their column has to tell <c>a</c> from <c>A</c>, as the service does.
/// </summary>
public static class QueryableLists
{
    private static readonly MethodInfo Contains = ((Func<IEnumerable<string>, string, bool>)Enumerable.Contains).Method;

    /// <summary>The rows in whose projects an action is allowed.</summary>
    /// <param name="query">The rows. They have to be those of the one organization that <paramref name="access"/> is about.</param>
    /// <param name="access">Where the user may do what.</param>
    /// <param name="action">The action, one of those that <paramref name="access"/> was read for.</param>
    /// <param name="project">The project of a row; null for one that is in none.</param>
    /// <returns>The query with one more condition, which the provider translates: <c>IN</c>, or <c>NOT IN</c>, with at most 1,000 ids.</returns>
    /// <exception cref="ArgumentException">The action was not asked about.</exception>
    public static IQueryable<T> WhereAllowed<T>(
        this IQueryable<T> query, AllowedProjects access, string action, Expression<Func<T, string?>> project)
    {
        ArgumentNullException.ThrowIfNull(access);
        return query.WhereIn(access[action], project);
    }

    /// <summary>The rows in projects of a set.</summary>
    /// <inheritdoc cref="WhereAllowed" path="/returns"/>
    /// <param name="query">The rows.</param>
    /// <param name="projects">The projects.</param>
    /// <param name="project">The project of a row; null for one that is in none.</param>
    public static IQueryable<T> WhereIn<T>(this IQueryable<T> query, ProjectSet projects, Expression<Func<T, string?>> project)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(projects);
        ArgumentNullException.ThrowIfNull(project);
        return projects.IsEverything ? query : query.Where(Expression.Lambda<Func<T, bool>>(Condition(projects, project.Body), project.Parameters));
    }

    private static Expression Condition(ProjectSet projects, Expression id)
    {
        if (projects.IsNothing) return Expression.Constant(false);
        // Said explicitly: in SQL a null is neither in a list nor not in it.
        var isOutside = Expression.Equal(id, Expression.Constant(null, typeof(string)));
        if (projects.Projects.IsEmpty) return isOutside;
        // The field of an object, as a variable of a lambda would be: so providers make parameters of it, and keep one plan for every user.
        var listed = Expression.Field(Expression.Constant(new Listed(projects.Projects)), nameof(Listed.Ids));
        Expression isListed = Expression.Call(Contains, listed, id);
        return Expression.OrElse(isOutside, projects.IsAllExcept ? Expression.Not(isListed) : isListed);
    }

    private sealed class Listed(IEnumerable<string> ids)
    {
        public readonly List<string> Ids = [.. ids];
    }
}
