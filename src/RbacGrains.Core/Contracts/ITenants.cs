namespace RbacGrains.Core;

/// <summary>The organizations of the service.</summary>
public interface ITenants
{
    /// <summary>A page of the organizations that the caller may know of: all for the service, their own for a user.</summary>
    ValueTask<Result<Page<OrganizationView>>> List(Caller caller, PageRequest page, CancellationToken cancellationToken);
}
