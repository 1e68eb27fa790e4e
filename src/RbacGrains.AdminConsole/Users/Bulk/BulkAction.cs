namespace RbacGrains.AdminConsole;

/// <summary>One change that is made to several members, to each by itself.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Value">The role or preset; empty for what needs none.</param>
/// <param name="Until">The expiry to set; null for none.</param>
public sealed record BulkAction(BulkKind Kind, string Value = "", DateTimeOffset? Until = null)
{
    /// <summary>What it needs a person to be allowed.</summary>
    public AdministrativeOperation Needs =>
        Kind == BulkKind.Remove ? AdministrativeOperation.RemoveMembers : AdministrativeOperation.ChangeMembers;

    /// <summary>The change of one member, for the engine to say what it would do.</summary>
    public PreviewedChange Preview(string user) => new()
    {
        Member = Kind == BulkKind.Remove ? new PreviewedMember(user) { Remove = true } : new PreviewedMember(user) { Patch = Patch },
    };

    /// <summary>Changes one member.</summary>
    public async ValueTask<Error?> Make(IOrganization organization, ChangeContext context, string user)
    {
        ArgumentNullException.ThrowIfNull(organization);
        // A change that has begun is made to its end, also when nobody waits for it any more.
        return Kind == BulkKind.Remove
            ? (await organization.RemoveMember(context, user, CancellationToken.None)).Error
            : (await organization.PatchMember(context, user, Patch, CancellationToken.None)).Error;
    }

    private MemberPatch Patch => Kind switch
    {
        BulkKind.Role => new MemberPatch { Role = Value },
        BulkKind.Preset => new MemberPatch { Preset = Value },
        BulkKind.Expiry => new MemberPatch { ExpiresAt = Until },
        BulkKind.Suspend => new MemberPatch { Suspended = true },
        BulkKind.Reactivate => new MemberPatch { Suspended = false },
        _ => throw new InvalidOperationException($"{Kind} is no change of what a member is assigned."),
    };
}
