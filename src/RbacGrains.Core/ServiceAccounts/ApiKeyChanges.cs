using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>Makes a key, and its account when none is named.</summary>
internal sealed record AddApiKey(string Organization, CreateApiKey Command, string Secret, Caller Maker) : ServiceAccountChange
{
    public override bool NeedsAdmin(Membership? present) => Command.ActsForUsers;

    // The account that is made has another id each time, so it is left out.
    public override string Fingerprint(string user) => Fingerprints.Of(nameof(CreateApiKey), Organization, Command);

    public override ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken) => new(Apply(input));

    private Result<NextMembership> Apply(MemberChangeInput input)
    {
        if (ApiKeyRules.CheckName(Command.Name) is { } name) return name;
        if (ApiKeyRules.CheckLife(Command.ExpiresIn) is { } life) return life;
        var owner = Command.ServiceAccount is null ? Begin(input) : Find(input);
        if (!owner.Succeeded) return owner.Error;
        var account = owner.Value.Account!;
        if (account.Keys.Length >= ServiceAccount.MaxKeys)
            return new Error(
                ErrorKind.Conflict,
                ErrorCodes.TooManyApiKeys,
                $"A service account has at most {ServiceAccount.MaxKeys} keys. Delete one, or make another account.",
                "/service_account");

        var number = account.LastNumber + 1;
        var key = new ServiceAccountKey
        {
            Number = number,
            Name = Command.Name,
            Digest = ApiKeyText.Digest(ApiKeyText.Write(input.User, number, Secret)),
            ActsForUsers = Command.ActsForUsers,
            CreatedBy = Maker.User,
            CreatedAt = input.Now,
            ExpiresAt = input.Now + Command.ExpiresIn,
        };
        var next = owner.Value with { Account = account with { LastNumber = number, Keys = account.Keys.Add(key) } };
        return new NextMembership(next, IsUnchanged: false);
    }

    private Result<Membership> Begin(MemberChangeInput input)
    {
        var assignment = new MemberAssignment
        {
            Role = Command.Role,
            Preset = Command.Preset,
            Grants = Command.Grants,
            Projects = Command.Projects,
        };
        var access = MembershipRules.Assign(input.Policy, assignment, input.Now);
        if (!access.Succeeded) return access.Error;
        var account = new ServiceAccount { Name = Command.Name, CreatedBy = Maker.User };
        return input.Begin(access.Value, email: null, invitation: null) with { Account = account };
    }

    private Result<Membership> Find(MemberChangeInput input)
    {
        if (Command.Role is not null || Command.Preset is not null || Command.Grants.Items.Any() || !Command.Projects.IsEmpty)
            return Errors.InvalidValue(
                "A key that is added to an account holds what the account holds. Change the account, or make another one.", "/service_account");
        return input.Present is { Account: not null } present
            ? present
            : Errors.ServiceAccountNotFound(Command.ServiceAccount!).At("/service_account");
    }
}

/// <summary>Gives a key another secret.</summary>
internal sealed record RenewApiKey(int Number, RotateApiKey Command, string Secret) : ServiceAccountChange
{
    /// <summary>
    /// Whether the present secret is one that was handed out and did not arrive: it ends at once, and the secret before it goes
    /// on as long as it was promised to.
    /// </summary>
    public bool IsRepeated { get; init; }

    public override bool NeedsAdmin(Membership? present) => present?.Account?.Find(Number) is { ActsForUsers: true };

    public override string Fingerprint(string user) => Fingerprints.Of(nameof(RotateApiKey), $"{user} {Number}", Command);

    public override ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken) => new(Apply(input));

    private Result<NextMembership> Apply(MemberChangeInput input)
    {
        if (input.Present is not { Account: { } account } present || account.Find(Number) is not { } key)
            return Errors.ApiKeyNotFound(ApiKeyText.IdOf(input.User, Number));
        if (ApiKeyRules.CheckGrace(Command.Grace) is { } grace) return grace;
        if (ApiKeyRules.CheckLife(Command.ExpiresIn) is { } life) return life;
        if (Command.ExpiresIn is null && input.Now >= key.ExpiresAt)
            return Errors.InvalidValue("The key has expired, and another secret would not change that: say for how long it is to be good.", "/expires_in");

        var next = key with
        {
            Digest = ApiKeyText.Digest(ApiKeyText.Write(input.User, Number, Secret)),
            Rotations = key.Rotations + 1,
            RotatedAt = input.Now,
            ExpiresAt = Command.ExpiresIn is { } expiresIn ? input.Now + expiresIn : key.ExpiresAt,
        };
        if (!IsRepeated)
        {
            // The secret before never outlives what the key itself was given.
            var until = input.Now + Command.Grace;
            if (until > key.ExpiresAt) until = key.ExpiresAt.Value;
            next = until > input.Now
                ? next with { PreviousDigest = key.Digest, PreviousUntil = until }
                : next with { PreviousDigest = ImmutableArray<byte>.Empty, PreviousUntil = null };
        }
        return new NextMembership(present with { Account = account.With(next) }, IsUnchanged: false);
    }
}

/// <summary>Removes a key, and with its last key the account.</summary>
internal sealed record RemoveApiKey(int Number) : ServiceAccountChange
{
    public override AdministrativeOperation? Operation(Membership? present, bool isSelf) => AdministrativeOperation.DeleteApiKeys;

    // Nobody gets anything by it.
    public override IEnumerable<(Access? Before, Access After)> Gives(Membership? present, Membership next) => [];

    public override string Fingerprint(string user) => $"{nameof(RemoveApiKey)} {user} {Number}";

    public override ValueTask<Result<NextMembership>> Apply(MemberChangeInput input, CancellationToken cancellationToken) => new(Apply(input));

    private Result<NextMembership> Apply(MemberChangeInput input)
    {
        if (input.Present is not { Account: { } account } present || account.Find(Number) is not { } key)
            return Errors.ApiKeyNotFound(ApiKeyText.IdOf(input.User, Number));
        var others = account.Keys.Remove(key);
        return new NextMembership(others.IsEmpty ? null : present with { Account = account with { Keys = others } }, IsUnchanged: false);
    }
}
