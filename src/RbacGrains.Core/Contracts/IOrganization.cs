using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// One tenant: it owns its policy, coordinates every change of its members, and answers for who they are. Every method
/// judges the caller by the organization's own model and answers <c>organization_not_found</c> to whoever does not belong.
/// </summary>
public interface IOrganization
{
    /// <summary>Creates the organization with its first admin; repeating it unchanged changes nothing.</summary>
    ValueTask<Result<Put<OrganizationView>>> Create(
        ChangeContext context, CreateOrganization command, CancellationToken cancellationToken);

    /// <summary>What the organization is. Every member may see it.</summary>
    ValueTask<Result<OrganizationView>> Get(Caller caller, CancellationToken cancellationToken);

    /// <summary>Changes name, plan or settings.</summary>
    ValueTask<Result<OrganizationView>> Update(
        ChangeContext context, UpdateOrganization command, CancellationToken cancellationToken);

    /// <summary>Deletes the organization: from then on nobody is a member of it.</summary>
    ValueTask<Result<Done>> Delete(ChangeContext context, CancellationToken cancellationToken);

    /// <summary>A page of the members that match, service accounts aside, in the order in which they joined.</summary>
    ValueTask<Result<Page<MemberView>>> ListMembers(
        Caller caller, MemberFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// How many members match, service accounts aside. Nobody is asked for it: who is being changed at this moment may be counted as they were.
    /// </summary>
    ValueTask<Result<int>> CountMembers(Caller caller, MemberFilter filter, CancellationToken cancellationToken);

    /// <summary>What a member is assigned.</summary>
    ValueTask<Result<MemberView>> GetMember(Caller caller, string user, CancellationToken cancellationToken);

    /// <summary>Adds a member, or replaces all that one is assigned.</summary>
    ValueTask<Result<Put<MemberView>>> PutMember(
        ChangeContext context, string user, MemberAssignment assignment, CancellationToken cancellationToken);

    /// <summary>Changes some of what a member is assigned.</summary>
    ValueTask<Result<MemberView>> PatchMember(
        ChangeContext context, string user, MemberPatch patch, CancellationToken cancellationToken);

    /// <summary>Removes a member. Removing somebody who is none succeeds for the service and whoever may remove members.</summary>
    ValueTask<Result<Done>> RemoveMember(ChangeContext context, string user, CancellationToken cancellationToken);

    /// <summary>What a member holds in effect, in the organization or within a project.</summary>
    ValueTask<Result<EffectivePermissions>> GetPermissions(
        Caller caller, string user, string? project, CancellationToken cancellationToken);

    /// <summary>
    /// A page of the members who may do something at this moment, people first and then service accounts; the pages together are
    /// complete.
    /// </summary>
    ValueTask<Result<Page<string>>> ListWhoCan(
        Caller caller, string action, string? project, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The roles that can be held in the organization: the model's, then its own by id.</summary>
    ValueTask<Result<ImmutableArray<RoleView>>> ListRoles(Caller caller, CancellationToken cancellationToken);

    /// <summary>One role, the model's or the organization's own. Every member may see it.</summary>
    ValueTask<Result<RoleView>> GetRole(Caller caller, string role, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a role of the organization's own, or replaces all that one is. Nobody makes or widens a role beyond what they hold; a change that
    /// takes something from members is refused, and they are named, unless it says that this is meant.
    /// </summary>
    ValueTask<Result<Put<RoleView>>> PutRole(
        ChangeContext context, string role, RoleContent content, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a role of the organization's own. Where it is held, or an invitation promises it, the command says which role it becomes there;
    /// one that another role builds on stays.
    /// </summary>
    ValueTask<Result<Done>> DeleteRole(ChangeContext context, string role, DeleteRole command, CancellationToken cancellationToken);

    /// <summary>Invites somebody by e-mail address. The token of the answer is shown nowhere else.</summary>
    ValueTask<Result<IssuedInvitation>> Invite(
        ChangeContext context, InviteMember command, CancellationToken cancellationToken);

    /// <summary>A page of the invitations that match, in the order in which they were made.</summary>
    ValueTask<Result<Page<InvitationView>>> ListInvitations(
        Caller caller, InvitationFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One invitation.</summary>
    ValueTask<Result<InvitationView>> GetInvitation(Caller caller, string invitation, CancellationToken cancellationToken);

    /// <summary>Gives a pending or expired invitation a new token and expiry, and makes the caller its inviter.</summary>
    ValueTask<Result<IssuedInvitation>> ResendInvitation(
        ChangeContext context, string invitation, CancellationToken cancellationToken);

    /// <summary>Ends a pending invitation; revoking it again changes nothing.</summary>
    ValueTask<Result<InvitationView>> RevokeInvitation(
        ChangeContext context, string invitation, CancellationToken cancellationToken);

    /// <summary>
    /// Makes an API key, and a service account for it when none is named. The secret of the answer is shown nowhere else; a change
    /// that is repeated under its name answers with another one for the same key.
    /// </summary>
    ValueTask<Result<IssuedApiKey>> CreateApiKey(
        ChangeContext context, CreateApiKey command, CancellationToken cancellationToken);

    /// <summary>A page of the API keys that match, account by account.</summary>
    ValueTask<Result<Page<ApiKeyView>>> ListApiKeys(
        Caller caller, ApiKeyFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One API key.</summary>
    ValueTask<Result<ApiKeyView>> GetApiKey(Caller caller, string key, CancellationToken cancellationToken);

    /// <summary>Gives an API key another secret, which the answer alone shows.</summary>
    ValueTask<Result<IssuedApiKey>> RotateApiKey(
        ChangeContext context, string key, RotateApiKey command, CancellationToken cancellationToken);

    /// <summary>Deletes an API key: from then on it opens nothing. The account goes with its last key.</summary>
    ValueTask<Result<Done>> DeleteApiKey(ChangeContext context, string key, CancellationToken cancellationToken);

    /// <summary>A page of the service accounts that match, in the order in which they were made.</summary>
    ValueTask<Result<Page<ServiceAccountView>>> ListServiceAccounts(
        Caller caller, ServiceAccountFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One service account.</summary>
    ValueTask<Result<ServiceAccountView>> GetServiceAccount(Caller caller, string account, CancellationToken cancellationToken);

    /// <summary>Changes the name of a service account, or what it is assigned.</summary>
    ValueTask<Result<ServiceAccountView>> PatchServiceAccount(
        ChangeContext context, string account, ServiceAccountPatch patch, CancellationToken cancellationToken);

    /// <summary>Removes a service account with all its keys.</summary>
    ValueTask<Result<Done>> DeleteServiceAccount(ChangeContext context, string account, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a group, or replaces all that it is; the answer comes when every member of it has what it gives. It needs the right to manage
    /// groups, and what the group gives beyond what it gave must be within the caller's own.
    /// </summary>
    ValueTask<Result<Put<GroupView>>> PutGroup(
        ChangeContext context, string group, GroupContent content, CancellationToken cancellationToken);

    /// <summary>One group. It needs the right to read members.</summary>
    ValueTask<Result<GroupView>> GetGroup(Caller caller, string group, CancellationToken cancellationToken);

    /// <summary>The groups, in the order in which they were made.</summary>
    ValueTask<Result<Page<GroupView>>> ListGroups(Caller caller, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Deletes a group; the answer comes when nobody holds anything through it any more.</summary>
    ValueTask<Result<Done>> DeleteGroup(ChangeContext context, string group, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a member into a group; one who is in it already stays. What the group gives must be within the caller's own. The version that the
    /// change may be conditional on is that of the member's access.
    /// </summary>
    ValueTask<Result<Put<MemberView>>> AddGroupMember(
        ChangeContext context, string group, string user, CancellationToken cancellationToken);

    /// <summary>Takes somebody out of a group; who is not in it stays out.</summary>
    ValueTask<Result<Done>> RemoveGroupMember(ChangeContext context, string group, string user, CancellationToken cancellationToken);

    /// <summary>The members of a group, in the order in which they came.</summary>
    ValueTask<Result<Page<MemberView>>> ListGroupMembers(
        Caller caller, string group, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Enters a resource into the catalog, or replaces what is said of it. It needs the right to update the organization.</summary>
    ValueTask<Result<Put<ResourceView>>> PutResource(
        ChangeContext context, ResourceReference resource, ResourceContent content, CancellationToken cancellationToken);

    /// <summary>Removes a resource from the catalog; removing one that is not there succeeds.</summary>
    ValueTask<Result<Done>> RemoveResource(ChangeContext context, ResourceReference resource, CancellationToken cancellationToken);

    /// <summary>
    /// What the catalog says of a resource. Whoever may change the catalog sees all of it, others what they may do something to; of users, only
    /// themselves and what they may read of members.
    /// </summary>
    ValueTask<Result<ResourceView>> GetResource(Caller caller, ResourceReference resource, CancellationToken cancellationToken);

    /// <summary>A page of the resources of a type that the caller may see, in the order in which they were entered.</summary>
    ValueTask<Result<Page<ResourceView>>> ListResources(Caller caller, string type, PageRequest page, CancellationToken cancellationToken);

    /// <summary>A page of the members who may do something whose properties are known.</summary>
    /// <returns>Users; none for an action that the model does not have.</returns>
    ValueTask<Result<Page<string>>> SearchSubjects(
        Caller caller, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken);

    /// <summary>A page of the catalog's resources of a type to which a user may do something.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="user">The user.</param>
    /// <param name="type">The type of resource.</param>
    /// <param name="evaluation">What is to be done; its resource is the one that is looked for.</param>
    /// <param name="page">Which part of the list.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Ids; none for an unknown user, type or action.</returns>
    ValueTask<Result<Page<string>>> SearchResources(
        Caller caller, string user, string type, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken);

    /// <summary>What a user may do to a resource.</summary>
    /// <returns>Names as of <see cref="ResourceTypes.ActionsOf"/>; none for an unknown user or type.</returns>
    ValueTask<Result<ImmutableArray<string>>> SearchActions(
        Caller caller, string user, Evaluation evaluation, CancellationToken cancellationToken);

    /// <summary>
    /// A page of the members for whom a change would turn decisions, in the order of the lists of members and service accounts; nothing is
    /// changed. What would be refused is refused with the same error, whose pointer is then into the preview. It needs the right to make the change, and to read whom it concerns.
    /// </summary>
    /// <param name="context">Who would make the change, and on what condition. Its operation id means nothing here.</param>
    /// <param name="change">The change.</param>
    /// <param name="page">Which part of the list.</param>
    /// <param name="cancellationToken">Ends the preview.</param>
    ValueTask<Result<Page<AffectedMember>>> Preview(
        ChangeContext context, PreviewedChange change, PageRequest page, CancellationToken cancellationToken);

    /// <summary>A page of the audit log, newest first.</summary>
    ValueTask<Result<Page<AuditEntry>>> ReadAudit(
        Caller caller, AuditQuery query, PageRequest page, CancellationToken cancellationToken);
}
