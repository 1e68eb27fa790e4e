using RbacGrains.Grains.Leases;

namespace RbacGrains.Grains;

/// <summary>An organization's grain as other grains meet it, see <see cref="IOrganizationActor"/>.</summary>
[Alias("rbac.organization_peer")]
internal interface IOrganizationPeer : IGrainWithStringKey
{
    /// <summary>The policy in force, which the silo may evaluate for as long as the lease says.</summary>
    [Alias("LeasePolicy")]
    ValueTask<Result<PolicyGrant>> LeasePolicy(SiloAddress holder);

    /// <summary>The policy in force, for the clients of a silo, from which every change is recalled from now on.</summary>
    [Alias("LeasePolicyToSessions")]
    ValueTask<Result<PolicyGrant>> LeasePolicyToSessions(SiloAddress silo, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganizationActor.ReadPlace"/>
    [Alias("ReadPlace")]
    ValueTask<int?> ReadPlace(CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganizationActor.JudgeCaller"/>
    [Alias("JudgeCaller")]
    ValueTask<Error?> JudgeCaller(Caller caller, AdministrativeOperation operation, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganizationActor.AdmitInvited"/>
    [Alias("AdmitInvited")]
    ValueTask<Result<Admission>> AdmitInvited(string invitation, InvitationState state, string user);

    /// <inheritdoc cref="IOrganizationActor.Resume"/>
    [Alias("Resume")]
    ValueTask Resume();

    /// <inheritdoc cref="IOrganizationActor.ResumeGroup"/>
    [Alias("ResumeGroup")]
    ValueTask ResumeGroup(string group);
}
