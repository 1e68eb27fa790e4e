using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.AdminConsole.Tests.Why;

/// <summary>What a member may hold, at random.</summary>
internal static class RandomAccess
{
    public static Access Of(AuthorizationModel model, Random random, DateTimeOffset now) => new()
    {
        Role = model.Roles[random.Next(model.Roles.Length)].Id,
        Grants = GrantsOf(model, random),
        Projects = random.Next(3) == 0 ? [] : Scopes(model, random, now),
        Suspended = random.Next(10) == 0,
        ExpiresAt = random.Next(8) == 0 ? now.AddDays(random.Next(-2, 3)).AddMinutes(1) : null,
    };

    private static ImmutableArray<ProjectScope> Scopes(AuthorizationModel model, Random random, DateTimeOffset now) =>
    [
        .. new[] { ProjectScope.Others, "blue" }.Where(_ => random.Next(2) == 0).Select(project => new ProjectScope
        {
            Project = project,
            Role = random.Next(2) == 0 ? model.Roles[random.Next(model.Roles.Length)].Id : null,
            Grants = GrantsOf(model, random),
            ExpiresAt = random.Next(5) == 0 ? now.AddDays(random.Next(-2, 3)).AddMinutes(1) : null,
        }),
    ];

    private static Grants GrantsOf(AuthorizationModel model, Random random)
    {
        var areas = model.AreaTable.All.Where(_ => random.Next(3) == 0)
            .Select(area => KeyValuePair.Create(area.Id, model.Levels[random.Next(model.Levels.Length)].Id));
        var actions = model.Actions.Names.Where(_ => random.Next(12) == 0).Select(action => KeyValuePair.Create(action, Grants.Allow));
        return Grants.Of(areas.Concat(actions));
    }
}
