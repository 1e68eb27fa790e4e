using System.Collections.Immutable;

namespace RbacGrains.Grains;

/// <summary>
/// The other actors, as grains. Nothing is repeated here: whoever has asked for the change repeats it as a whole.
/// </summary>
/// <param name="grains">Where the grains are.</param>
/// <param name="calls">How reads that a client may make, too, are made.</param>
/// <param name="term">The term in which the calling organization writes memberships and groups; null for whoever writes none.</param>
internal sealed class GrainActors(IGrainFactory grains, GridCalls calls, OrganizationTerm? term = null) : IActors
{
    /// <inheritdoc/>
    public IOrganizationActor Organization(string id) => new OrganizationPeer(
        grains.GetGrain<IOrganizationGrain>(GrainKeys.Of(id)), grains.GetGrain<IOrganizationPeer>(GrainKeys.Of(id)), calls);

    /// <inheritdoc/>
    public IUserActor User(string id) => new UserPeer(
        grains.GetGrain<IUserGrain>(GrainKeys.Of(id)), grains.GetGrain<IUserPeer>(GrainKeys.Of(id)), calls, term);

    /// <inheritdoc/>
    public IInvitationActor Invitation(string id) => new InvitationPeer(
        grains.GetGrain<IInvitationGrain>(GrainKeys.Of(id)), grains.GetGrain<IInvitationPeer>(GrainKeys.Of(id)), calls);

    /// <inheritdoc/>
    public IDirectoryPage DirectoryPage(string key) => new PagePeer(grains.GetGrain<IDirectoryPageGrain>(key));

    /// <inheritdoc/>
    public ICatalogEntry CatalogEntry(string key) => new CatalogEntryPeer(grains.GetGrain<ICatalogEntryGrain>(key));

    /// <inheritdoc/>
    public IGroup Group(string key) => new GroupPeer(grains.GetGrain<IGroupGrain>(key), term);

    /// <inheritdoc/>
    public ITenantsActor Tenants() => new TenantsPeer(
        grains.GetGrain<ITenantsGrain>(ITenantsGrain.TheOne), grains.GetGrain<ITenantsPeer>(ITenantsGrain.TheOne), calls);

    private sealed class OrganizationPeer(IOrganizationGrain grain, IOrganizationPeer peer, GridCalls calls)
        : OrganizationReference(grain, calls), IOrganizationActor
    {
        public ValueTask<Result<OrganizationPolicy>> ReadPolicy(CancellationToken cancellationToken) =>
            throw new NotSupportedException("A policy is read by way of the silo's holder, which has a lease on it.");

        public ValueTask<int?> ReadPlace(CancellationToken cancellationToken) => peer.ReadPlace(cancellationToken);

        public ValueTask<Error?> JudgeCaller(Caller caller, AdministrativeOperation operation, CancellationToken cancellationToken) =>
            peer.JudgeCaller(caller, operation, cancellationToken);

        public ValueTask<Result<Admission>> AdmitInvited(string invitation, InvitationState state, string user) =>
            peer.AdmitInvited(invitation, state, user);

        public ValueTask Resume() => peer.Resume();

        public ValueTask ResumeGroup(string group) => peer.ResumeGroup(group);
    }

    private sealed class UserPeer(IUserGrain grain, IUserPeer peer, GridCalls calls, OrganizationTerm? term)
        : UserReference(grain, calls), IUserActor
    {
        public ValueTask<Membership?> ReadMembership(string organization, long incarnation, CancellationToken cancellationToken) =>
            peer.ReadMembership(organization, incarnation, cancellationToken);

        public ValueTask<bool> HasSpent(string invitation, CancellationToken cancellationToken) =>
            peer.HasSpent(invitation, cancellationToken);

        public ValueTask Refresh() => peer.Refresh();

        public ValueTask<Membership?> WriteMembership(MembershipWrite write) => term is null
            ? peer.WriteMembership(write)
            : term.Write(fence => peer.WriteMembership(write with { Fence = fence }));
    }

    private sealed class InvitationPeer(IInvitationGrain grain, IInvitationPeer peer, GridCalls calls)
        : InvitationReference(grain, calls), IInvitationActor
    {
        public ValueTask<InvitationState?> Read(CancellationToken cancellationToken) => peer.Read(cancellationToken);

        public ValueTask<InvitationState> Create(InvitationState state, AuditEntry audit) => peer.Create(state, audit);

        public ValueTask<Result<InvitationState>> Reissue(InvitationReissue reissue) => peer.Reissue(reissue);

        public ValueTask<Result<InvitationState>> Revoke(long? expectedVersion, AuditEntry audit) =>
            peer.Revoke(expectedVersion, audit);

        public ValueTask Reassign(string from, string to, AuditEntry audit) => peer.Reassign(from, to, audit);

        public ValueTask Resume() => peer.Resume();
    }

    private sealed class PagePeer(IDirectoryPageGrain grain) : IDirectoryPage
    {
        public ValueTask<bool> Open(string id, bool add) => grain.Open(id, add);

        public ValueTask Settle(string id, DirectorySummary? summary) => grain.Settle(id, summary);

        public ValueTask Doubt(string id) => grain.Doubt(id);

        public ValueTask<ImmutableArray<DirectoryEntry>> List(int after, CancellationToken cancellationToken) =>
            grain.List(after, cancellationToken);

        public ValueTask<ImmutableArray<string>> ListPossible(CancellationToken cancellationToken) => grain.ListPossible(cancellationToken);

        public ValueTask Flush() => grain.Flush();
    }

    private sealed class CatalogEntryPeer(ICatalogEntryGrain grain) : ICatalogEntry
    {
        public ValueTask<CatalogEntryState?> Read(CancellationToken cancellationToken) => grain.Read(cancellationToken);

        public ValueTask Refresh() => grain.Refresh();

        public ValueTask Write(CatalogEntryState next, AuditEntry audit) => grain.Write(next, audit);
    }

    private sealed class GroupPeer(IGroupGrain grain, OrganizationTerm? term) : IGroup
    {
        public ValueTask<GroupState?> Read(CancellationToken cancellationToken) => grain.Read(cancellationToken);

        public ValueTask Refresh() => grain.Refresh();

        public async ValueTask Write(GroupWrite write)
        {
            if (term is null) await grain.Write(write);
            else await term.Write(async fence =>
            {
                await grain.Write(write with { Fence = fence });
                return Done.Instance;
            });
        }
    }

    private sealed class TenantsPeer(ITenantsGrain grain, ITenantsPeer peer, GridCalls calls)
        : TenantsReference(grain, calls), ITenantsActor
    {
        public ValueTask<int> OpenPlace(string organization) => peer.OpenPlace(organization);
    }
}
