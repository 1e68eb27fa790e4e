using System.Collections.Frozen;
using Orleans.Serialization;

namespace RbacGrains.Grains;

/// <summary>
/// The types that travel as JSON, by their name on the wire. A type may be renamed; its name here never is, and none is used again
/// for another type.
/// </summary>
internal static class ContractTypes
{
    private static readonly FrozenDictionary<string, Type> Types = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["error"] = typeof(Error),
        ["done"] = typeof(Done),
        ["change_context"] = typeof(ChangeContext),
        ["page_request"] = typeof(PageRequest),

        ["create_organization"] = typeof(CreateOrganization),
        ["update_organization"] = typeof(UpdateOrganization),
        ["organization"] = typeof(OrganizationView),
        ["put_organization"] = typeof(Put<OrganizationView>),
        ["page_of_organizations"] = typeof(Page<OrganizationView>),
        ["role"] = typeof(RoleView),
        ["role_content"] = typeof(RoleContent),
        ["put_role"] = typeof(Put<RoleView>),
        ["delete_role"] = typeof(DeleteRole),
        ["custom_role"] = typeof(CustomRole),

        ["member_assignment"] = typeof(MemberAssignment),
        ["member_patch"] = typeof(MemberPatch),
        ["member_filter"] = typeof(MemberFilter),
        ["member"] = typeof(MemberView),
        ["previewed_change"] = typeof(PreviewedChange),
        ["page_of_affected_members"] = typeof(Page<AffectedMember>),
        ["put_member"] = typeof(Put<MemberView>),
        ["page_of_members"] = typeof(Page<MemberView>),
        ["page_of_users"] = typeof(Page<string>),
        ["permissions"] = typeof(EffectivePermissions),
        ["explanation"] = typeof(Explanation),
        ["projects"] = typeof(ProjectSet),

        ["invite_member"] = typeof(InviteMember),
        ["invitation_filter"] = typeof(InvitationFilter),
        ["invitation"] = typeof(InvitationView),
        ["invitation_offer"] = typeof(InvitationOffer),
        ["issued_invitation"] = typeof(IssuedInvitation),
        ["page_of_invitations"] = typeof(Page<InvitationView>),

        ["create_api_key"] = typeof(CreateApiKey),
        ["rotate_api_key"] = typeof(RotateApiKey),
        ["api_key_filter"] = typeof(ApiKeyFilter),
        ["api_key"] = typeof(ApiKeyView),
        ["issued_api_key"] = typeof(IssuedApiKey),
        ["page_of_api_keys"] = typeof(Page<ApiKeyView>),
        ["authenticated_key"] = typeof(AuthenticatedKey),
        ["service_account_patch"] = typeof(ServiceAccountPatch),
        ["service_account_filter"] = typeof(ServiceAccountFilter),
        ["service_account"] = typeof(ServiceAccountView),
        ["page_of_service_accounts"] = typeof(Page<ServiceAccountView>),

        ["audit_query"] = typeof(AuditQuery),
        ["audit_entry"] = typeof(AuditEntry),
        ["page_of_audit_entries"] = typeof(Page<AuditEntry>),

        ["group_content"] = typeof(GroupContent),
        ["group"] = typeof(GroupView),
        ["put_group"] = typeof(Put<GroupView>),
        ["page_of_groups"] = typeof(Page<GroupView>),
        ["group_state"] = typeof(GroupState),
        ["group_write"] = typeof(GroupWrite),

        ["evaluation"] = typeof(Evaluation),
        ["resource_reference"] = typeof(ResourceReference),
        ["resource_content"] = typeof(ResourceContent),
        ["resource"] = typeof(ResourceView),
        ["put_resource"] = typeof(Put<ResourceView>),
        ["page_of_resources"] = typeof(Page<ResourceView>),
        ["catalog_entry"] = typeof(CatalogEntryState),
        ["lease_request"] = typeof(LeaseRequest),
        ["lease_answer"] = typeof(LeaseAnswer),
        ["lease_renewal"] = typeof(LeaseRenewal),

        ["membership"] = typeof(Membership),
        ["membership_write"] = typeof(MembershipWrite),
        ["invitation_state"] = typeof(InvitationState),
        ["invitation_reissue"] = typeof(InvitationReissue),
        ["admission"] = typeof(Admission),
        ["directory_entry"] = typeof(DirectoryEntry),
        ["directory_summary"] = typeof(DirectorySummary),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(type => type.Value, type => type.Key);

    /// <summary>Every type, by name.</summary>
    public static IReadOnlyDictionary<string, Type> All => Types;

    /// <summary>Whether a type travels as JSON.</summary>
    public static bool Contains(Type type) => Names.ContainsKey(type);

    /// <summary>A type's name on the wire.</summary>
    public static string NameOf(Type type) => Names[type];

    /// <summary>The type of a name.</summary>
    /// <exception cref="SerializerException">This version knows no such name; a newer one has sent it.</exception>
    public static Type Find(string name) => Types.TryGetValue(name, out var type)
        ? type
        : throw new SerializerException($"This version of RbacGrains knows no contract '{name}': it was sent by a newer one.");
}
