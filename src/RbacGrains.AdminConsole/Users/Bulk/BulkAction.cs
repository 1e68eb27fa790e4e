namespace RbacGrains.AdminConsole;

/// <summary>One change that is made to several members, to each by itself.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Value">The role, preset or group; empty for what needs none.</param>
/// <param name="Until">The expiry to set; null for none.</param>
public sealed record BulkAction(BulkKind Kind, string Value = "", DateTimeOffset? Until = null)
{
    /// <summary>What it needs a person to be allowed.</summary>
    public AdministrativeOperation Needs =>
        Kind switch
        {
            BulkKind.Remove => AdministrativeOperation.RemoveMembers,
            BulkKind.Join or BulkKind.Part => AdministrativeOperation.ManageGroups,
            _ => AdministrativeOperation.ChangeMembers,
        };

    /// <summary>The change of one member, for the engine to say what it would do.</summary>
    public PreviewedChange Preview(string user) => Kind switch
    {
        BulkKind.Remove => new PreviewedChange { Member = new PreviewedMember(user) { Remove = true } },
        BulkKind.Join => new PreviewedChange { Group = new PreviewedGroup(Value) { AddMember = user } },
        BulkKind.Part => new PreviewedChange { Group = new PreviewedGroup(Value) { RemoveMember = user } },
        _ => new PreviewedChange { Member = new PreviewedMember(user) { Patch = Patch } },
    };

    /// <summary>Changes one member.</summary>
    public async ValueTask<Error?> Make(IOrganization organization, ChangeContext context, string user)
    {
        ArgumentNullException.ThrowIfNull(organization);
        // A change that has begun is made to its end, also when nobody waits for it any more.
        return Kind switch
        {
            BulkKind.Remove => (await organization.RemoveMember(context, user, CancellationToken.None)).Error,
            BulkKind.Join => (await organization.AddGroupMember(context, Value, user, CancellationToken.None)).Error,
            BulkKind.Part => (await organization.RemoveGroupMember(context, Value, user, CancellationToken.None)).Error,
            _ => (await organization.PatchMember(context, user, Patch, CancellationToken.None)).Error,
        };
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
