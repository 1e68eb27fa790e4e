using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>An organization as other actors meet it.</summary>
public interface IOrganizationActor : IOrganization
{
    /// <summary>The policy in force; an error when there is no such organization, or its model cannot be evaluated here.</summary>
    ValueTask<Result<OrganizationPolicy>> ReadPolicy(CancellationToken cancellationToken);

    /// <summary>The page of the tenants' list on which the organization stands; null when there is none.</summary>
    ValueTask<int?> ReadPlace(CancellationToken cancellationToken);

    /// <summary>What stands against a caller's doing something; null when nothing does.</summary>
    ValueTask<Error?> JudgeCaller(Caller caller, AdministrativeOperation operation, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the user a member with what the invitation promises, if its inviter still may. Asked again for the same
    /// invitation and user it changes nothing, also when that membership has ended since.
    /// </summary>
    ValueTask<Result<Admission>> AdmitInvited(string invitation, InvitationState state, string user);

    /// <summary>Finishes what a crash has interrupted.</summary>
    ValueTask Resume();

    /// <summary>Finishes a change of a group that a crash has interrupted.</summary>
    ValueTask ResumeGroup(string group);
}

/// <summary>An invited user is, or has been, a member.</summary>
/// <param name="Member">The membership; null when it has ended since.</param>
public sealed record Admission(MemberView? Member);
