namespace RbacGrains.Grains;

/// <summary>
/// The term in which one activation of an organization coordinates its members. It is claimed once, before the activation first changes
/// a member, at the price of one write; from then on nothing that an earlier activation has judged is written any more.
/// </summary>
internal sealed class OrganizationTerm(GrainActorState<OrganizationState> record)
{
    private readonly AsyncLock _claiming = new();
    private Fence? _claimed;

    /// <summary>The claimed term; null while the organization has no record, and so nobody who could judge in its name.</summary>
    public async ValueTask<Fence?> Claim()
    {
        if (_claimed is not null) return _claimed;
        using var turn = await _claiming.Enter(CancellationToken.None);
        return _claimed ??= await record.Claim(state => state.PendingPlan is not null);
    }
}
