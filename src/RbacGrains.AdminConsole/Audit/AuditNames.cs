using System.Collections.Frozen;

namespace RbacGrains.AdminConsole;

/// <summary>The names that people use for what the audit log writes as ids.</summary>
/// <param name="Model">The organization's model.</param>
/// <param name="Roles">The titles of its roles by id.</param>
public sealed record AuditNames(AuthorizationModel Model, FrozenDictionary<string, string> Roles)
{
    /// <summary>The names of an organization.</summary>
    public static AuditNames Of(ConsoleOrganization organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return new(organization.Model, organization.Roles.ToFrozenDictionary(role => role.Role.Id, role => role.Role.Title, StringComparer.Ordinal));
    }

    /// <summary>A role; its id where there is no such role any more.</summary>
    public string Role(string? id) => id is null ? "none" : Roles.GetValueOrDefault(id, id);

    /// <summary>A plan.</summary>
    public string Plan(string id) => Model.FindPlan(id)?.Title ?? id;

    /// <summary>A level of an area, or that an action is granted.</summary>
    public string Level(string? level) => level switch
    {
        null => "not set",
        Grants.Allow => "granted",
        _ => Model.RankOf(level) is >= 0 and var rank ? Model.Levels[rank].Title : level,
    };

    /// <summary>An area or an action.</summary>
    public string Granted(string on) => on.Contains(':', StringComparison.Ordinal) ? RemedyWords.Action(Model, on) : AccessWords.Area(Model, on);

    /// <summary>Who made a change.</summary>
    public static string Actor(string? user) => user ?? "The service";
}
