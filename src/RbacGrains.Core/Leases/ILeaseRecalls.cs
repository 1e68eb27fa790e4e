namespace RbacGrains.Core;

/// <summary>
/// Takes back what client processes hold. Whoever changes a record calls it after the write (also after one that failed, because it may have
/// happened all the same) and acknowledges the change only when it has completed.
/// </summary>
public interface ILeaseRecalls
{
    /// <summary>Completes when nobody holds anything of the user that was read before the call; at once when nobody holds anything.</summary>
    ValueTask RecallUser(string user);

    /// <summary>Completes when nobody holds the organization's policy as it was read before the call.</summary>
    /// <inheritdoc cref="RecallUser"/>
    ValueTask RecallOrganization(string organization);
}
