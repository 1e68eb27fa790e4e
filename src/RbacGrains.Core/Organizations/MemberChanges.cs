using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Adds a member, or replaces all that one is assigned.</summary>
internal sealed record PutMember(MemberAssignment Assignment) : MemberChange
{
    public override AdministrativeOperation? Operation(Membership? present, bool isSelf) =>
        present is null ? AdministrativeOperation.InviteMembers : AdministrativeOperation.ChangeMembers;

    public override string Fingerprint(string user) => Fingerprints.Of(nameof(PutMember), user, Assignment);

    public override ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken) =>
        new(Apply(input));

    private Result<NextMembership> Apply(MemberChangeInput input)
    {
        if (Assignment.Email is { } email && EmailAddress.Check(email) is { } error) return error;
        var access = MembershipRules.Assign(input.Policy, Assignment, input.Now);
        if (!access.Succeeded) return access.Error;
        if (input.Present is not { } present)
            return new NextMembership(input.Begin(access.Value, Assignment.Email, invitation: null), IsUnchanged: false);
        var next = present with
        {
            Access = access.Value with { Version = present.Access.Version, Groups = present.Access.Groups },
            Email = Assignment.Email ?? present.Email,
        };
        return new NextMembership(next, next.Equals(present));
    }
}

/// <summary>Changes some of what a member is assigned.</summary>
internal sealed record PatchMember(MemberPatch Patch) : MemberChange
{
    public override AdministrativeOperation? Operation(Membership? present, bool isSelf) => AdministrativeOperation.ChangeMembers;

    public override string Fingerprint(string user) => Fingerprints.Of(nameof(PatchMember), user, Patch);

    public override ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken) =>
        new(Apply(input));

    private Result<NextMembership> Apply(MemberChangeInput input)
    {
        if (input.Present is not { } present) return Errors.MemberNotFound(input.User);
        if (Patch.Email is { IsGiven: true, Value: { } email } && EmailAddress.Check(email) is { } error) return error;
        var access = MembershipRules.Patch(input.Policy, present.Access, Patch, input.Now);
        if (!access.Succeeded) return access.Error;
        var next = present with { Access = access.Value, Email = Patch.Email.Or(present.Email) };
        return new NextMembership(next, next.Equals(present));
    }
}

/// <summary>Removes a member.</summary>
internal sealed record RemoveMember : MemberChange
{
    public override AdministrativeOperation? Operation(Membership? present, bool isSelf) =>
        isSelf ? null : AdministrativeOperation.RemoveMembers;

    public override string Kind(Membership? present) => AuditKinds.MemberRemoved;

    public override string Fingerprint(string user) => $"{nameof(RemoveMember)} {user}";

    public override ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken) =>
        new((Result<NextMembership>)new NextMembership(null, IsUnchanged: input.Present is null));
}

/// <summary>Makes an invited user a member, once. The right it rests on is the inviter's, as it is at this moment.</summary>
internal sealed record AdmitInvited(string Invitation, InvitationState State) : MemberChange
{
    public override AdministrativeOperation? Operation(Membership? present, bool isSelf) => AdministrativeOperation.InviteMembers;

    public override string? Actor(ChangeContext context, string user) => user;

    public override string Fingerprint(string user) => "";

    public override async ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken)
    {
        if (input.Present is { } present)
            return present.Invitation == Invitation
                ? new NextMembership(present, IsUnchanged: true)
                : new Error(
                    ErrorKind.Conflict,
                    ErrorCodes.AlreadyMember,
                    $"'{input.User}' is a member already. Decline the invitation, or accept it as somebody else.",
                    "/user");
        if (await input.Services.Actors.User(input.User).HasSpent(Invitation, cancellationToken))
            return new NextMembership(null, IsUnchanged: true);

        // The plan may have changed since the invitation was made, and the role that it promises been deleted, by now for another one.
        var promised = (await input.Services.Actors.Invitation(Invitation).Read(cancellationToken) ?? State).Access;
        if (input.Policy.FindRole(promised.Role) is null)
            return new Error(
                ErrorKind.Conflict,
                ErrorCodes.InvitationRoleGone,
                $"The role '{promised.Role}' that the invitation promises is no more. Ask an administrator for a new invitation.");
        var assignment = new MemberAssignment { Role = promised.Role, Grants = promised.Grants };
        var access = MembershipRules.Assign(input.Policy, assignment, input.Now);
        if (!access.Succeeded) return access.Error;
        return new NextMembership(input.Begin(access.Value, State.Email, Invitation), IsUnchanged: false);
    }
}
