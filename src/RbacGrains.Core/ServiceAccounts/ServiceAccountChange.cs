using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>A change of a service account or of its keys, judged and written as every change of a member.</summary>
internal abstract record ServiceAccountChange : MemberChange
{
    /// <inheritdoc/>
    public sealed override bool IsOfServiceAccount => true;

    /// <inheritdoc/>
    public override AdministrativeOperation? Operation(Membership? present, bool isSelf) => AdministrativeOperation.CreateApiKeys;

    // Whoever gets a secret of an account, or changes it, can do all that it can: it has to be within their own, before and after.
    /// <inheritdoc/>
    public override IEnumerable<(Access? Before, Access After)> Gives(Membership? present, Membership next) =>
        present is null ? [(null, next.Access)] : [(null, present.Access), (null, next.Access)];

    /// <inheritdoc/>
    public override IEnumerable<AuditedChange> Audit(string user, Membership? present, Membership? next) =>
        ServiceAccountAudit.Changes(user, present, next);

    /// <summary>Only an admin may do this: who acts for users can do what every one of them can.</summary>
    protected static bool ActsForUsers(Membership? present) => present?.Account?.Keys.Any(key => key.ActsForUsers) is true;
}

/// <summary>Changes a service account's name, or what it is assigned.</summary>
internal sealed record PatchServiceAccount(ServiceAccountPatch Patch) : ServiceAccountChange
{
    public override bool NeedsAdmin(Membership? present) => ActsForUsers(present);

    public override string Fingerprint(string user) => Fingerprints.Of(nameof(PatchServiceAccount), user, Patch);

    public override ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken) => new(Apply(input));

    private Result<NextMembership> Apply(MemberChangeInput input)
    {
        if (input.Present is not { Account: { } account } present) return Errors.ServiceAccountNotFound(input.User);
        if (Patch.Name is { } name && ApiKeyRules.CheckName(name) is { } error) return error;
        if (Patch.Access.Email.IsGiven) return Errors.InvalidValue("A service account has no e-mail address.", "/email");
        var access = MembershipRules.Patch(input.Policy, present.Access, Patch.Access, input.Now);
        if (!access.Succeeded) return access.Error;
        var renamed = Patch.Name is null || Patch.Name == account.Name ? account : account with { Name = Patch.Name };
        var next = present with { Access = access.Value, Account = renamed };
        return new NextMembership(next, next.Equals(present));
    }
}

/// <summary>Removes a service account with all its keys.</summary>
internal sealed record DeleteServiceAccount : ServiceAccountChange
{
    public override AdministrativeOperation? Operation(Membership? present, bool isSelf) => AdministrativeOperation.DeleteApiKeys;

    public override string Fingerprint(string user) => $"{nameof(DeleteServiceAccount)} {user}";

    public override ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken) =>
        new(input.Present is null ? Errors.ServiceAccountNotFound(input.User) : new NextMembership(null, IsUnchanged: false));
}
