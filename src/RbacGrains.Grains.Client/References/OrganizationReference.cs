using System.Collections.Immutable;

namespace RbacGrains.Grains;

/// <summary>An organization of the grid.</summary>
internal class OrganizationReference(IOrganizationGrain grain, GridCalls calls) : IOrganization
{
    /// <inheritdoc/>
    public ValueTask<Result<Put<OrganizationView>>> Create(
        ChangeContext context, CreateOrganization command, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.Create(context, command, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<OrganizationView>> Get(Caller caller, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.Get(caller, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<OrganizationView>> Update(
        ChangeContext context, UpdateOrganization command, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.Update(context, command, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> Delete(ChangeContext context, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.Delete(context, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<MemberView>>> ListMembers(
        Caller caller, MemberFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ListMembers(caller, filter, page, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<int>> CountMembers(Caller caller, MemberFilter filter, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.CountMembers(caller, filter, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<MemberView>> GetMember(Caller caller, string user, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.GetMember(caller, user, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Put<MemberView>>> PutMember(
        ChangeContext context, string user, MemberAssignment assignment, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.PutMember(context, user, assignment, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<MemberView>> PatchMember(
        ChangeContext context, string user, MemberPatch patch, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.PatchMember(context, user, patch, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> RemoveMember(ChangeContext context, string user, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.RemoveMember(context, user, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<EffectivePermissions>> GetPermissions(
        Caller caller, string user, string? project, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.GetPermissions(caller, user, project, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<string>>> ListWhoCan(
        Caller caller, string action, string? project, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ListWhoCan(caller, action, project, page, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<ImmutableArray<RoleView>>> ListRoles(Caller caller, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ListRoles(caller, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<RoleView>> GetRole(Caller caller, string role, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.GetRole(caller, role, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Put<RoleView>>> PutRole(
        ChangeContext context, string role, RoleContent content, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.PutRole(context, role, content, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> DeleteRole(
        ChangeContext context, string role, DeleteRole command, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.DeleteRole(context, role, command, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<IssuedInvitation>> Invite(
        ChangeContext context, InviteMember command, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.Invite(context, command, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<InvitationView>>> ListInvitations(
        Caller caller, InvitationFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ListInvitations(caller, filter, page, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<InvitationView>> GetInvitation(Caller caller, string invitation, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.GetInvitation(caller, invitation, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<IssuedInvitation>> ResendInvitation(
        ChangeContext context, string invitation, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.ResendInvitation(context, invitation, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<InvitationView>> RevokeInvitation(
        ChangeContext context, string invitation, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.RevokeInvitation(context, invitation, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<IssuedApiKey>> CreateApiKey(
        ChangeContext context, CreateApiKey command, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.CreateApiKey(context, command, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<ApiKeyView>>> ListApiKeys(
        Caller caller, ApiKeyFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ListApiKeys(caller, filter, page, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<ApiKeyView>> GetApiKey(Caller caller, string key, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.GetApiKey(caller, key, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<IssuedApiKey>> RotateApiKey(
        ChangeContext context, string key, RotateApiKey command, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.RotateApiKey(context, key, command, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> DeleteApiKey(ChangeContext context, string key, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.DeleteApiKey(context, key, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<ServiceAccountView>>> ListServiceAccounts(
        Caller caller, ServiceAccountFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ListServiceAccounts(caller, filter, page, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<ServiceAccountView>> GetServiceAccount(Caller caller, string account, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.GetServiceAccount(caller, account, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<ServiceAccountView>> PatchServiceAccount(
        ChangeContext context, string account, ServiceAccountPatch patch, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.PatchServiceAccount(context, account, patch, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> DeleteServiceAccount(ChangeContext context, string account, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.DeleteServiceAccount(context, account, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Put<GroupView>>> PutGroup(
        ChangeContext context, string group, GroupContent content, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.PutGroup(context, group, content, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<GroupView>> GetGroup(
        Caller caller, string group, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.GetGroup(caller, group, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<GroupView>>> ListGroups(
        Caller caller, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ListGroups(caller, page, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> DeleteGroup(
        ChangeContext context, string group, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.DeleteGroup(context, group, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Put<MemberView>>> AddGroupMember(
        ChangeContext context, string group, string user, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.AddGroupMember(context, group, user, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> RemoveGroupMember(
        ChangeContext context, string group, string user, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.RemoveGroupMember(context, group, user, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<MemberView>>> ListGroupMembers(
        Caller caller, string group, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ListGroupMembers(caller, group, page, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Put<ResourceView>>> PutResource(
        ChangeContext context, ResourceReference resource, ResourceContent content, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.PutResource(context, resource, content, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> RemoveResource(
        ChangeContext context, ResourceReference resource, CancellationToken cancellationToken) =>
        calls.Change(context, () => grain.RemoveResource(context, resource, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<ResourceView>> GetResource(
        Caller caller, ResourceReference resource, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.GetResource(caller, resource, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<ResourceView>>> ListResources(
        Caller caller, string type, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ListResources(caller, type, page, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<string>>> SearchSubjects(
        Caller caller, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.SearchSubjects(caller, evaluation, page, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<string>>> SearchResources(
        Caller caller, string user, string type, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.SearchResources(caller, user, type, evaluation, page, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<ImmutableArray<string>>> SearchActions(
        Caller caller, string user, Evaluation evaluation, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.SearchActions(caller, user, evaluation, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<AffectedMember>>> Preview(
        ChangeContext context, PreviewedChange change, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return calls.Read(context.Caller, () => grain.Preview(context, change, page, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Result<Page<AuditEntry>>> ReadAudit(
        Caller caller, AuditQuery query, PageRequest page, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ReadAudit(caller, query, page, cancellationToken), cancellationToken);
}
