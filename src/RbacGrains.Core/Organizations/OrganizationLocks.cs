using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// The names of an organization's locks. They are taken in ordinal order: the policy first, then groups, then users by id, then operations,
/// then resources, then the admins; all but users begin with characters outside the alphabet of ids.
/// </summary>
internal static class OrganizationLocks
{
    /// <summary>Held exclusively by changes of the policy, shared by changes of members.</summary>
    public const string Policy = "!policy";

    /// <summary>Held exclusively by changes that take an admin away, so that two of them cannot take the last two.</summary>
    public const string Admins = "~admins";

    /// <summary>Held exclusively by a change of what a group gives until every member has it, shared by changes of who is in it.</summary>
    public static string Group(string id) => $"\"{id}";

    /// <summary>Shared by whatever a user does; null for the service, and for who cannot be a member.</summary>
    public static string? Of(Caller caller) => Identifier.IsValid(caller.User) ? caller.User : null;

    /// <summary>Held exclusively by a change of what the catalog says of a resource.</summary>
    public static string Resource(string type, string id) => $"}}{type}/{id}";

    /// <summary>Held exclusively by a change that its caller has named, so that its repetition finds it made.</summary>
    public static string Operation(string operationId) => $"|{operationId}";
}
