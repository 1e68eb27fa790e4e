namespace RbacGrains.Core;

/// <summary>
/// Where a process reads what it gives out under leases. Its contract makes a revocation reach every client: from before a record is read
/// here until the process is told to forget it, whoever owns the record acknowledges no change of it before
/// <see cref="ILeaseRecalls"/> of this process has completed, or this process's own lease has run out.
/// </summary>
/// <remarks>
/// In one process the owner calls <see cref="ILeaseRecalls"/> itself, so reading is all there is to it. In a cluster the owner notes the silo
/// before it reads, and recalls from the silos that it has noted; each of them then recalls from its sessions.
/// </remarks>
public interface ILeaseRecords
{
    /// <summary>
    /// For how long a lease may be granted at this moment: no longer than this process itself may answer from memory. Zero or less where
    /// it may not; <see cref="TimeSpan.MaxValue"/> where nothing bounds it.
    /// </summary>
    TimeSpan Longest { get; }

    /// <summary>
    /// Completes when whoever answers after this process, should it die, is able to know that leases of that length may be out. Asked before
    /// the first lease is granted that can outlive the process.
    /// </summary>
    ValueTask Announce(TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>What a user holds in some organizations, each of whatever life; null for those without a membership.</summary>
    /// <returns>As many as organizations, in their order.</returns>
    ValueTask<IReadOnlyList<Membership?>> ReadMemberships(
        string user, IReadOnlyList<string> organizations, CancellationToken cancellationToken);

    /// <summary>What an organization's members are judged by; an error when there is no such organization.</summary>
    ValueTask<Result<OrganizationPolicy>> ReadPolicy(string organization, CancellationToken cancellationToken);

    /// <summary>Why a caller who is not the service may not see what the members of an organization hold; null when they may.</summary>
    ValueTask<Error?> JudgeReader(Caller caller, string organization, CancellationToken cancellationToken);
}
