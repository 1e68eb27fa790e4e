using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>What somebody may give in an organization: only what they hold. It decides what is offered; the engine refuses the rest all the same.</summary>
public sealed class Giving
{
    private readonly ConsoleOrganization _organization;
    private readonly Policy _policy;
    private readonly DateTimeOffset _now;

    /// <summary>Judges what the person who has signed in may give at a moment.</summary>
    public Giving(ConsoleOrganization organization, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(organization);
        (_organization, _policy, _now) = (organization, organization.CompilePolicy(), now);
        Roles = [.. organization.Roles.Where(role => role.Offered && May(role.Role.Id, Grants.Empty))];
    }

    /// <summary>The roles that may be given, in the model's order.</summary>
    public ImmutableArray<RoleView> Roles { get; }

    /// <summary>The role to begin with: the model's default one, or else the last of those that are no admin's; empty where none may be given.</summary>
    public string First =>
        (Roles.FirstOrDefault(role => role.Role.Id == _organization.Model.DefaultRole)
            ?? Roles.LastOrDefault(role => !role.Role.IsAdmin)
            ?? Roles.FirstOrDefault())?.Role.Id ?? "";

    /// <summary>The presets that may be given beside a role.</summary>
    public IEnumerable<Preset> Presets(string role) => _organization.Model.Presets.Where(preset => May(role, preset.Grants));

    /// <summary>Whether a role with grants may be given to somebody new.</summary>
    public bool May(string role, Grants grants) =>
        _organization.IsAdmin
        || Containment.Beyond(_policy, _organization.Member.Access, null, new Access { Role = role, Grants = grants }, _now).IsEmpty;
}
