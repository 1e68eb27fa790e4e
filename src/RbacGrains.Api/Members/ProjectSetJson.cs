using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>The projects in which a user may do something.</summary>
/// <param name="InOrganization">Whether outside of projects; false means nowhere at all.</param>
/// <param name="AllExcept">Whether in all projects but those listed; otherwise only in those listed.</param>
/// <param name="Projects">The projects listed.</param>
internal sealed record ProjectSetJson(bool InOrganization, bool AllExcept, IReadOnlyList<string> Projects)
{
    /// <summary>The JSON of a set.</summary>
    public static ProjectSetJson Of(ProjectSet set) => new(set.InOrganization, set.IsAllExcept, set.Projects);
}
