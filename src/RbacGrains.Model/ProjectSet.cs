using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RbacGrains.Model;

/// <summary>
/// The projects of an organization in which a user may do something, without a list of all projects: none, all, only some, or all except
/// some. Immutable, and equal to another one of the same projects. It tells what was true when it was made.
/// </summary>
public sealed class ProjectSet : IEquatable<ProjectSet>
{
    // Whatever it is made of, also on the wire, becomes one that means something, and the same thing is always said in the same way.
    [JsonConstructor]
    private ProjectSet(bool inOrganization, bool isAllExcept, ImmutableArray<string> projects)
    {
        InOrganization = inOrganization;
        IsAllExcept = inOrganization && isAllExcept;
        Projects = inOrganization && !projects.IsDefaultOrEmpty
            ? [.. projects.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Nowhere, in no project and not outside of projects either.</summary>
    public static ProjectSet Nothing { get; } = new(false, false, []);

    /// <summary>Everywhere.</summary>
    public static ProjectSet Everything { get; } = new(true, true, []);

    /// <summary>
    /// Whether it may be done in the organization itself, which is what a check without a project asks. Nothing is held in a project that is not
    /// held in the organization, so false means nowhere.
    /// </summary>
    public bool InOrganization { get; }

    /// <summary>Whether it may be done in every project but <see cref="Projects"/>; otherwise in none but these.</summary>
    public bool IsAllExcept { get; }

    /// <summary>The projects that are, or are not, those in which it may be done; in ordinal order, without repeats. At most 1,000, as a member's ceilings.</summary>
    public ImmutableArray<string> Projects { get; }

    /// <summary>Whether it may be done nowhere.</summary>
    [JsonIgnore]
    public bool IsNothing => !InOrganization;

    /// <summary>Whether it may be done everywhere.</summary>
    [JsonIgnore]
    public bool IsEverything => InOrganization && IsAllExcept && Projects.IsEmpty;

    /// <summary>In the organization, and of its projects only in these.</summary>
    public static ProjectSet Only(IEnumerable<string> projects) => new(true, false, [.. projects]);

    /// <summary>In the organization and all its projects except these.</summary>
    public static ProjectSet AllExcept(IEnumerable<string> projects) => new(true, true, [.. projects]);

    /// <summary>The projects in which <see cref="Evaluator"/> allows something.</summary>
    /// <param name="policy">What the organization's members are judged by.</param>
    /// <param name="access">What the user holds there; null for somebody who is no member.</param>
    /// <param name="action">The action, or an area at a level; one that the model does not have is allowed nowhere.</param>
    /// <param name="clock">Says what has expired.</param>
    public static ProjectSet Of(Policy policy, Access? access, string action, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (access is null || !Evaluator.Allows(policy, access, action, null, clock)) return Nothing;

        // The ceiling of all others, where there is one, and nothing where there is none, is what a project without an entry meets.
        var others = Evaluator.Allows(policy, access, action, ProjectScope.Others, clock);
        return new(true, others, [.. access.Projects
            .Select(scope => scope.Project)
            .Where(project => project != ProjectScope.Others && Evaluator.Allows(policy, access, action, project, clock) != others)]);
    }

    /// <summary>Whether it may be done in a project.</summary>
    /// <param name="project">The project; null for the organization itself.</param>
    public bool Contains(string? project) =>
        InOrganization && (project is null || Projects.BinarySearch(project, StringComparer.Ordinal) >= 0 != IsAllExcept);

    /// <inheritdoc/>
    public bool Equals(ProjectSet? other) =>
        other is not null
        && InOrganization == other.InOrganization
        && IsAllExcept == other.IsAllExcept
        && Projects.SequenceEqual(other.Projects);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProjectSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(InOrganization, IsAllExcept, Projects.Length, Projects.FirstOrDefault());

    /// <inheritdoc/>
    public override string ToString() => IsNothing ? "nothing"
        : IsEverything ? "everything"
        : $"{(IsAllExcept ? "all except" : "only")} {string.Join(", ", Projects)}";
}
