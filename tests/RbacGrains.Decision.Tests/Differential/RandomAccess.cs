using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Decision.Tests.Differential;

/// <summary>Makes what a user may hold: any role, known or not, offered or not, with grants, scopes and expiries around now.</summary>
internal static class RandomAccess
{
    /// <summary>The projects to ask about: none, one that may have a scope of its own, and one that never has.</summary>
    public static readonly ImmutableArray<string?> Projects = [null, "blue", "unheard-of"];

    public static Access? Make(Dice dice, AuthorizationModel model, IReadOnlyList<string> roles, DateTimeOffset now) => dice.Chance(0.03)
        ? null
        : new Access
        {
            Role = Role(dice, roles),
            Grants = RandomGrants.Make(dice, model),
            Groups = dice.Chance(0.5) ? [] : Groups(dice, model, roles),
            Projects = dice.Chance(0.3) ? [] : Scopes(dice, model, roles, now),
            ExpiresAt = dice.Chance(0.2) ? Moment(dice, now) : null,
            Suspended = dice.Chance(0.04),
            Version = dice.Between(1, 1_000_000),
        };

    private static ImmutableArray<GroupGrants> Groups(Dice dice, AuthorizationModel model, IReadOnlyList<string> roles) =>
        [.. dice.Some(["group-1", "group-2", "group-3"], 0.5).Select(group => new GroupGrants(
            group,
            dice.Between(1, 9),
            dice.Chance(0.6) ? Role(dice, roles) : null,
            dice.Chance(0.6) ? RandomGrants.Make(dice, model) : Grants.Empty))];

    private static ImmutableArray<ProjectScope> Scopes(Dice dice, AuthorizationModel model, IReadOnlyList<string> roles, DateTimeOffset now) =>
        [.. dice.Some(["*", "blue", "green"], 0.5).Select(project => Scope(dice, model, roles, project, now))];

    private static ProjectScope Scope(Dice dice, AuthorizationModel model, IReadOnlyList<string> roles, string project, DateTimeOffset now) => new()
    {
        Project = project,
        Role = dice.Chance(0.5) ? Role(dice, roles) : null,
        Grants = dice.Chance(0.6) ? RandomGrants.Make(dice, model) : Grants.Empty,
        ExpiresAt = dice.Chance(0.3) ? Moment(dice, now) : null,
    };

    private static string Role(Dice dice, IReadOnlyList<string> roles) =>
        dice.Chance(0.05) ? "no-such-role" : dice.OneOf(roles);

    private static DateTimeOffset Moment(Dice dice, DateTimeOffset now) =>
        now + dice.OneOf([TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromTicks(-1), TimeSpan.FromDays(30), TimeSpan.FromDays(-30)]);
}
