using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>A change of one membership: what it needs, what it makes, and how it is called in the audit log.</summary>
internal abstract record MemberChange
{
    /// <summary>The operation that the caller must be allowed; null when everybody is.</summary>
    public abstract AdministrativeOperation? Operation(Membership? present, bool isSelf);

    /// <summary>Whether it is a change of a service account; no other change can be made of one.</summary>
    public virtual bool IsOfServiceAccount => false;

    /// <summary>The group whose members it changes; null for none.</summary>
    public virtual string? Group => null;

    /// <summary>Whether only an admin may make it, or the service.</summary>
    public virtual bool NeedsAdmin(Membership? present) => false;

    /// <summary>What it gives to whom, which has to be within the caller's own.</summary>
    public virtual IEnumerable<(Access? Before, Access After)> Gives(Membership? present, Membership next) => [(present?.Access, next.Access)];

    /// <summary>The kind of audit entry it leaves.</summary>
    public virtual string Kind(Membership? present) => present is null ? AuditKinds.MemberAdded : AuditKinds.MemberChanged;

    /// <summary>What it leaves in the audit log; the first entry bears the caller's name for the change.</summary>
    public virtual IEnumerable<AuditedChange> Audit(string user, Membership? present, Membership? next) =>
    [
        new AuditedChange(
            Kind(present),
            user,
            present is null ? null : AuditedMember.Of(present),
            next is null ? null : AuditedMember.Of(next)),
    ];

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

/// <summary>A change of a membership that is in order.</summary>
/// <param name="Tenant">The organization in which it was judged.</param>
/// <param name="Present">The membership as it is; null for none.</param>
/// <param name="Next">The membership to be; null for none.</param>
internal sealed record JudgedMember(CompiledTenant Tenant, Membership? Present, Membership? Next)
{
    /// <summary>Whether there is nothing to write: it was made before, or changes nothing.</summary>
    public bool IsMade { get; private init; }

    /// <summary>What it left in the log when it was made before; null when that is not known.</summary>
    public AuditEntry? Made { get; private init; }

    /// <summary>One that leaves everything as it is.</summary>
    public static JudgedMember MadeBefore(CompiledTenant tenant, Membership? present, AuditEntry? made) =>
        new(tenant, present, present) { IsMade = true, Made = made };
}

/// <summary>What a change has made.</summary>
/// <param name="Membership">The membership; null for none.</param>
/// <param name="Tenant">The organization in which it was judged.</param>
/// <param name="Added">Whether there was none before.</param>
internal sealed record ChangedMember(Membership? Membership, CompiledTenant Tenant, bool Added)
{
    /// <summary>What the change left in the log when it was made; null when it was made just now.</summary>
    public AuditEntry? Repeated { get; init; }

    /// <summary>Whether something was changed just now, and not before.</summary>
    public bool IsMade { get; init; }
}

/// <summary>What one target was and is.</summary>
internal sealed record AuditedChange(string Kind, string Target, string? Before, string? After);
