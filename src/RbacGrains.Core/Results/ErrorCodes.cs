namespace RbacGrains.Core;

/// <summary>The stable codes of expected failures. A code is never renamed or given another meaning.</summary>
public static class ErrorCodes
{
    /// <summary>An id has other characters than <c>A-Z a-z 0-9 . _ : @ + -</c>, or not 1 to 128 of them.</summary>
    public const string InvalidId = "invalid_id";

    /// <summary>A value is of the right type but outside its bounds.</summary>
    public const string InvalidValue = "invalid_value";

    /// <summary>The service has no such authorization model.</summary>
    public const string UnknownModel = "unknown_model";

    /// <summary>The model has no such plan.</summary>
    public const string UnknownPlan = "unknown_plan";

    /// <summary>The organization has no such role.</summary>
    public const string UnknownRole = "unknown_role";

    /// <summary>The model has no such action.</summary>
    public const string UnknownAction = "unknown_action";

    /// <summary>The model has no such area or sub-area.</summary>
    public const string UnknownArea = "unknown_area";

    /// <summary>The model has no such access level.</summary>
    public const string UnknownLevel = "unknown_level";

    /// <summary>The model has no such preset.</summary>
    public const string UnknownPreset = "unknown_preset";

    /// <summary>No role was named, and the model has none by default.</summary>
    public const string RoleRequired = "role_required";

    /// <summary>A sub-area was set above its parent, in a model that caps.</summary>
    public const string SubAreaAboveParent = "sub_area_above_parent";

    /// <summary>The organization's plan does not offer the role.</summary>
    public const string RoleNotInPlan = "role_not_in_plan";

    /// <summary>No such role.</summary>
    public const string RoleNotFound = "role_not_found";

    /// <summary>The role is the model's, which an organization cannot change.</summary>
    public const string RoleOfModel = "role_of_model";

    /// <summary>The role builds on itself.</summary>
    public const string RoleCycle = "role_cycle";

    /// <summary>The organization has as many roles of its own as one can have.</summary>
    public const string TooManyRoles = "too_many_roles";

    /// <summary>The change of a role takes something from members; they are listed.</summary>
    public const string RoleNarrowingAffectsMembers = "role_narrowing_affects_members";

    /// <summary>The role is held, promised or built on; by whom is listed.</summary>
    public const string RoleInUse = "role_in_use";

    /// <summary>The role is given only by members in certain roles, of which the caller has none.</summary>
    public const string RoleNotAssignable = "role_not_assignable";

    /// <summary>No such organization, or none that the caller may know of.</summary>
    public const string OrganizationNotFound = "organization_not_found";

    /// <summary>The organization exists with another name, model, plan or owner.</summary>
    public const string OrganizationExists = "organization_exists";

    /// <summary>No such member.</summary>
    public const string MemberNotFound = "member_not_found";

    /// <summary>Who accepts is a member already.</summary>
    public const string AlreadyMember = "already_member";

    /// <summary>The organization would be left without an active admin.</summary>
    public const string LastAdmin = "last_admin";

    /// <summary>The caller lacks the permission.</summary>
    public const string PermissionDenied = "permission_denied";

    /// <summary>The change would give what the caller does not hold.</summary>
    public const string GrantExceedsOwn = "grant_exceeds_own";

    /// <summary>The plan does not offer what members hold; they are listed.</summary>
    public const string PlanStrandsMembers = "plan_strands_members";

    /// <summary>The state has another version than the caller expected.</summary>
    public const string VersionMismatch = "version_mismatch";

    /// <summary>The action that the change was conditional on is not allowed to the caller.</summary>
    public const string ConditionFailed = "condition_failed";

    /// <summary>The operation id was used before, for another change.</summary>
    public const string IdempotencyKeyReused = "idempotency_key_reused";

    /// <summary>No such invitation.</summary>
    public const string InvitationNotFound = "invitation_not_found";

    /// <summary>The token is not, or no longer, an invitation's.</summary>
    public const string InvitationTokenInvalid = "invitation_token_invalid";

    /// <summary>The invitation has expired.</summary>
    public const string InvitationExpired = "invitation_expired";

    /// <summary>The invitation was revoked.</summary>
    public const string InvitationRevoked = "invitation_revoked";

    /// <summary>The invitation was declined.</summary>
    public const string InvitationDeclined = "invitation_declined";

    /// <summary>The invitation was accepted before, by somebody else or with a change that comes too late.</summary>
    public const string InvitationAccepted = "invitation_accepted";

    /// <summary>The invitation is for another e-mail address.</summary>
    public const string InvitationEmailMismatch = "invitation_email_mismatch";

    /// <summary>The role that the invitation promises is no more.</summary>
    public const string InvitationRoleGone = "invitation_role_gone";

    /// <summary>Whoever sent the invitation may no longer give what it promises.</summary>
    public const string InviterNotPermitted = "inviter_not_permitted";

    /// <summary>The id begins with <c>svc:</c>, which only service accounts' do.</summary>
    public const string ReservedId = "reserved_id";

    /// <summary>No such service account.</summary>
    public const string ServiceAccountNotFound = "service_account_not_found";

    /// <summary>No such API key.</summary>
    public const string ApiKeyNotFound = "api_key_not_found";

    /// <summary>The key that was presented opens nothing: wrong, expired, suspended, deleted, or of an organization that is gone.</summary>
    public const string ApiKeyInvalid = "api_key_invalid";

    /// <summary>The service account has as many keys as one can have.</summary>
    public const string TooManyApiKeys = "too_many_api_keys";

    /// <summary>The organization's settings do not admit the e-mail address's domain.</summary>
    public const string EmailDomainNotAllowed = "email_domain_not_allowed";

    /// <summary>No such group.</summary>
    public const string GroupNotFound = "group_not_found";

    /// <summary>A group was to give an admin role, which no group does.</summary>
    public const string GroupRoleAdmin = "group_role_admin";

    /// <summary>The organization has as many groups as one can have, or the member is in as many.</summary>
    public const string TooManyGroups = "too_many_groups";

    /// <summary>The organization's model has no such type of resource.</summary>
    public const string UnknownResourceType = "unknown_resource_type";

    /// <summary>The catalog has no such resource, or none that the caller may see.</summary>
    public const string ResourceNotFound = "resource_not_found";

    /// <summary>The service cannot evaluate the organization's model.</summary>
    public const string ModelUnavailable = "model_unavailable";

    /// <summary>The cluster cannot be reached at present; nothing is wrong with the request.</summary>
    public const string GridUnavailable = "grid_unavailable";

    /// <summary>A change was not answered, so it may or may not have been made.</summary>
    public const string OutcomeUnknown = "outcome_unknown";

    /// <summary>The session of leases is no more, or is another caller's.</summary>
    public const string LeaseEnded = "lease_ended";

    /// <summary>As many leases are held as may be.</summary>
    public const string LeasesExhausted = "leases_exhausted";
}
