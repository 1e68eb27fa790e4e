using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>A change of one membership: what it needs, what it makes, and how it is called in the audit log.</summary>
internal abstract record MemberChange
{
    /// <summary>The operation that the caller must be allowed; null when everybody is.</summary>
    public abstract AdministrativeOperation? Operation(Membership? present, bool isSelf);

    /// <summary>The kind of audit entry it leaves.</summary>
    public virtual string Kind(Membership? present) => present is null ? AuditKinds.MemberAdded : AuditKinds.MemberChanged;

    /// <summary>The user to whom the audit log attributes it; null for the service.</summary>
    public virtual string? Actor(ChangeContext context, string user) => context.Caller.User;

    /// <summary>A digest of what is asked for.</summary>
    public abstract string Fingerprint(string user);

    /// <summary>The membership that it makes of the present one.</summary>
    public abstract ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken);
}

/// <summary>What a change is made from.</summary>
internal sealed record MemberChangeInput(
    string Organization, string User, CompiledTenant Tenant, Membership? Present, ActorServices Services, DateTimeOffset Now)
{
    /// <summary>The policy it is judged by.</summary>
    public Policy Policy => Tenant.Policy.Policy;

    /// <summary>A membership that begins now.</summary>
    public Membership Begin(Access access, string? email, string? invitation) => new()
    {
        Organization = Organization,
        Incarnation = Tenant.State.Incarnation,
        Access = access,
        Email = email ?? (User.Contains('@', StringComparison.Ordinal) ? User : null),
        JoinedAt = Now,
        Invitation = invitation,
    };
}

/// <summary>What a change makes.</summary>
/// <param name="Membership">The membership to be; null for none.</param>
/// <param name="IsUnchanged">Whether that is what there is already.</param>
internal sealed record NextMembership(Membership? Membership, bool IsUnchanged);

/// <summary>What a change has made.</summary>
/// <param name="View">The membership; null for none.</param>
/// <param name="Added">Whether there was none before.</param>
internal sealed record ChangedMember(MemberView? View, bool Added);
