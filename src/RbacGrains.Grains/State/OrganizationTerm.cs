namespace RbacGrains.Grains;

/// <summary>
/// The term in which one activation of an organization coordinates its members. It is claimed once, before the activation first changes
/// a member, at the price of one write; from then on nothing that an earlier activation has judged is written any more.
/// </summary>
/// <param name="record">The organization's record.</param>
/// <param name="end">Ends the activation, which others have replaced; null where there is none to end.</param>
internal sealed class OrganizationTerm(GrainActorState<OrganizationState> record, Action? end = null)
{
    private readonly AsyncLock _claiming = new();
    private Fence? _claimed;

    /// <summary>The claimed term; null while the organization has no record, and so nobody who could judge in its name.</summary>
    public async ValueTask<Fence?> Claim()
    {
        if (_claimed is not null) return _claimed;
        using var turn = await _claiming.Enter(CancellationToken.None);
        return _claimed ??= await record.Claim(state => state.Pending is not null);
    }

    /// <summary>Makes a write in the claimed term.</summary>
    /// <exception cref="TermLostException">Another activation has claimed the organization since; this one ends.</exception>
    public async ValueTask<T> Write<T>(Func<Fence?, ValueTask<T>> write)
    {
        try
        {
            return await write(await Claim());
        }
        catch (TermLostException)
        {
            end?.Invoke();
            throw;
        }
    }
}
