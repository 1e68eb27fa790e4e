using System.Collections.Immutable;

namespace RbacGrains.Grains;

/// <summary>One organization, by its id. Messages of an Orleans client; most applications use <see cref="IGrid"/>, which retries what is safe.</summary>
/// <remarks>The aliases are the identity on the wire: a type or method may be renamed, its alias never, nor its parameters.</remarks>
[Alias("rbac.organization")]
public interface IOrganizationGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="IOrganization.Create"/>
    [Alias("Create")]
    ValueTask<Result<Put<OrganizationView>>> Create(
        ChangeContext context, CreateOrganization command, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.Get"/>
    [Alias("Get")]
    ValueTask<Result<OrganizationView>> Get(Caller caller, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.Update"/>
    [Alias("Update")]
    ValueTask<Result<OrganizationView>> Update(
        ChangeContext context, UpdateOrganization command, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.Delete"/>
    [Alias("Delete")]
    ValueTask<Result<Done>> Delete(ChangeContext context, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.ListMembers"/>
    [Alias("ListMembers")]
    ValueTask<Result<Page<MemberView>>> ListMembers(
        Caller caller, MemberFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.CountMembers"/>
    [Alias("CountMembers")]
    ValueTask<Result<int>> CountMembers(Caller caller, MemberFilter filter, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.GetMember"/>
    [Alias("GetMember")]
    ValueTask<Result<MemberView>> GetMember(Caller caller, string user, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.PutMember"/>
    [Alias("PutMember")]
    ValueTask<Result<Put<MemberView>>> PutMember(
        ChangeContext context, string user, MemberAssignment assignment, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.PatchMember"/>
    [Alias("PatchMember")]
    ValueTask<Result<MemberView>> PatchMember(
        ChangeContext context, string user, MemberPatch patch, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.RemoveMember"/>
    [Alias("RemoveMember")]
    ValueTask<Result<Done>> RemoveMember(ChangeContext context, string user, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.GetPermissions"/>
    [Alias("GetPermissions")]
    ValueTask<Result<EffectivePermissions>> GetPermissions(
        Caller caller, string user, string? project, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.ListWhoCan"/>
    [Alias("ListWhoCan")]
    ValueTask<Result<Page<string>>> ListWhoCan(
        Caller caller, string action, string? project, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.ListRoles"/>
    [Alias("ListRoles")]
    ValueTask<Result<ImmutableArray<RoleView>>> ListRoles(Caller caller, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.GetRole"/>
    [Alias("GetRole")]
    ValueTask<Result<RoleView>> GetRole(Caller caller, string role, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.PutRole"/>
    [Alias("PutRole")]
    ValueTask<Result<Put<RoleView>>> PutRole(
        ChangeContext context, string role, RoleContent content, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.DeleteRole"/>
    [Alias("DeleteRole")]
    ValueTask<Result<Done>> DeleteRole(ChangeContext context, string role, DeleteRole command, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.Invite"/>
    [Alias("Invite")]
    ValueTask<Result<IssuedInvitation>> Invite(ChangeContext context, InviteMember command, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.ListInvitations"/>
    [Alias("ListInvitations")]
    ValueTask<Result<Page<InvitationView>>> ListInvitations(
        Caller caller, InvitationFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.GetInvitation"/>
    [Alias("GetInvitation")]
    ValueTask<Result<InvitationView>> GetInvitation(Caller caller, string invitation, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.ResendInvitation"/>
    [Alias("ResendInvitation")]
    ValueTask<Result<IssuedInvitation>> ResendInvitation(
        ChangeContext context, string invitation, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.RevokeInvitation"/>
    [Alias("RevokeInvitation")]
    ValueTask<Result<InvitationView>> RevokeInvitation(
        ChangeContext context, string invitation, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.CreateApiKey"/>
    [Alias("CreateApiKey")]
    ValueTask<Result<IssuedApiKey>> CreateApiKey(ChangeContext context, CreateApiKey command, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.ListApiKeys"/>
    [Alias("ListApiKeys")]
    ValueTask<Result<Page<ApiKeyView>>> ListApiKeys(
        Caller caller, ApiKeyFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.GetApiKey"/>
    [Alias("GetApiKey")]
    ValueTask<Result<ApiKeyView>> GetApiKey(Caller caller, string key, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.RotateApiKey"/>
    [Alias("RotateApiKey")]
    ValueTask<Result<IssuedApiKey>> RotateApiKey(
        ChangeContext context, string key, RotateApiKey command, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.DeleteApiKey"/>
    [Alias("DeleteApiKey")]
    ValueTask<Result<Done>> DeleteApiKey(ChangeContext context, string key, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.ListServiceAccounts"/>
    [Alias("ListServiceAccounts")]
    ValueTask<Result<Page<ServiceAccountView>>> ListServiceAccounts(
        Caller caller, ServiceAccountFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.GetServiceAccount"/>
    [Alias("GetServiceAccount")]
    ValueTask<Result<ServiceAccountView>> GetServiceAccount(Caller caller, string account, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.PatchServiceAccount"/>
    [Alias("PatchServiceAccount")]
    ValueTask<Result<ServiceAccountView>> PatchServiceAccount(
        ChangeContext context, string account, ServiceAccountPatch patch, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.DeleteServiceAccount"/>
    [Alias("DeleteServiceAccount")]
    ValueTask<Result<Done>> DeleteServiceAccount(ChangeContext context, string account, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.PutGroup"/>
    [Alias("PutGroup")]
    ValueTask<Result<Put<GroupView>>> PutGroup(
        ChangeContext context, string group, GroupContent content, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.GetGroup"/>
    [Alias("GetGroup")]
    ValueTask<Result<GroupView>> GetGroup(
        Caller caller, string group, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.ListGroups"/>
    [Alias("ListGroups")]
    ValueTask<Result<Page<GroupView>>> ListGroups(
        Caller caller, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.DeleteGroup"/>
    [Alias("DeleteGroup")]
    ValueTask<Result<Done>> DeleteGroup(
        ChangeContext context, string group, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.AddGroupMember"/>
    [Alias("AddGroupMember")]
    ValueTask<Result<Put<MemberView>>> AddGroupMember(
        ChangeContext context, string group, string user, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.RemoveGroupMember"/>
    [Alias("RemoveGroupMember")]
    ValueTask<Result<Done>> RemoveGroupMember(
        ChangeContext context, string group, string user, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.ListGroupMembers"/>
    [Alias("ListGroupMembers")]
    ValueTask<Result<Page<MemberView>>> ListGroupMembers(
        Caller caller, string group, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.PutResource"/>
    [Alias("PutResource")]
    ValueTask<Result<Put<ResourceView>>> PutResource(
        ChangeContext context, ResourceReference resource, ResourceContent content, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.RemoveResource"/>
    [Alias("RemoveResource")]
    ValueTask<Result<Done>> RemoveResource(ChangeContext context, ResourceReference resource, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.GetResource"/>
    [Alias("GetResource")]
    ValueTask<Result<ResourceView>> GetResource(Caller caller, ResourceReference resource, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.ListResources"/>
    [Alias("ListResources")]
    ValueTask<Result<Page<ResourceView>>> ListResources(
        Caller caller, string type, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.SearchSubjects"/>
    [Alias("SearchSubjects")]
    ValueTask<Result<Page<string>>> SearchSubjects(
        Caller caller, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.SearchResources"/>
    [Alias("SearchResources")]
    ValueTask<Result<Page<string>>> SearchResources(
        Caller caller, string user, string type, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.SearchActions"/>
    [Alias("SearchActions")]
    ValueTask<Result<ImmutableArray<string>>> SearchActions(
        Caller caller, string user, Evaluation evaluation, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.Preview"/>
    [Alias("Preview")]
    ValueTask<Result<Page<AffectedMember>>> Preview(
        ChangeContext context, PreviewedChange change, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="IOrganization.ReadAudit"/>
    [Alias("ReadAudit")]
    ValueTask<Result<Page<AuditEntry>>> ReadAudit(
        Caller caller, AuditQuery query, PageRequest page, CancellationToken cancellationToken);
}
