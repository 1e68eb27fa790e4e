namespace RbacGrains.Grains;

/// <summary>An invitation's grain as other grains meet it, see <see cref="IInvitationActor"/>.</summary>
[Alias("rbac.invitation_peer")]
internal interface IInvitationPeer : IGrainWithStringKey
{
    /// <inheritdoc cref="IInvitationActor.Read"/>
    [Alias("Read")]
    ValueTask<InvitationState?> Read(CancellationToken cancellationToken);

    /// <inheritdoc cref="IInvitationActor.Create"/>
    [Alias("Create")]
    ValueTask<InvitationState> Create(InvitationState state, AuditEntry audit);

    /// <inheritdoc cref="IInvitationActor.Reissue"/>
    [Alias("Reissue")]
    ValueTask<Result<InvitationState>> Reissue(InvitationReissue reissue);

    /// <inheritdoc cref="IInvitationActor.Revoke"/>
    [Alias("Revoke")]
    ValueTask<Result<InvitationState>> Revoke(long? expectedVersion, AuditEntry audit);

    /// <inheritdoc cref="IInvitationActor.Reassign"/>
    [Alias("Reassign")]
    ValueTask Reassign(string from, string to, AuditEntry audit);

    /// <inheritdoc cref="IInvitationActor.Resume"/>
    [Alias("Resume")]
    ValueTask Resume();
}
