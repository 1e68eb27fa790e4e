namespace RbacGrains.Client;

/// <summary>Knows with which HTTP status an organization's model answers a denial.</summary>
public interface IDenialStatus
{
    /// <summary>The status.</summary>
    /// <param name="organization">An organization of which the denied user is a member.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>401 or 403; 403 where it cannot be found out.</returns>
    ValueTask<int> Get(string organization, CancellationToken cancellationToken);
}
