using System.Security.Claims;

namespace RbacGrains.Client;

/// <summary>
/// Where a request says who acts and where. Sources are asked in their order; the first one that has a value decides, and if its value
/// is no id, nothing is allowed.
/// </summary>
public sealed class RbacAuthorizationOptions
{
    /// <summary>
    /// The user. By default the claim <c>sub</c>, else <see cref="ClaimTypes.NameIdentifier"/>. A source that the sender of a request can choose has no place here.
    /// </summary>
    public IList<IdSource> User { get; } = [IdSource.Claim("sub"), IdSource.Claim(ClaimTypes.NameIdentifier)];

    /// <summary>
    /// The organization. By default the route value <c>org</c>, else <c>organization</c>, else the header <c>Rbac-Organization</c>, else the claim <c>org_id</c>.
    /// </summary>
    public IList<IdSource> Organization { get; } =
        [IdSource.Route("org"), IdSource.Route("organization"), IdSource.Header("Rbac-Organization"), IdSource.Claim("org_id")];

    /// <summary>
    /// The project, which a request need not have. By default the route value <c>project</c>, else the header <c>Rbac-Project</c>, else the claim <c>project_id</c>.
    /// </summary>
    public IList<IdSource> Project { get; } =
        [IdSource.Route("project"), IdSource.Header("Rbac-Project"), IdSource.Claim("project_id")];

    /// <summary>With which status every denial is answered, 401 or 403; null, the default, leaves it to the organization's model.</summary>
    public int? DenialStatus { get; set; }
}
