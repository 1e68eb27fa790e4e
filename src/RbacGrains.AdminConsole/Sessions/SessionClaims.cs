using System.Globalization;
using System.Security.Claims;

namespace RbacGrains.AdminConsole;

/// <summary>The session that a connection stands on, as claims of its user. They never leave the process.</summary>
internal static class SessionClaims
{
    private const string Id = "rbac.session";
    private const string Begun = "rbac.begun";

    /// <summary>Writes them.</summary>
    public static IEnumerable<Claim> Of(string id, DateTimeOffset begun) =>
        [new Claim(Id, id), new Claim(Begun, begun.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))];

    /// <summary>Reads them; null where there are none.</summary>
    public static (string Id, DateTimeOffset Begun)? Read(ClaimsPrincipal person) =>
        person.FindFirstValue(Id) is { } id
        && long.TryParse(person.FindFirstValue(Begun), NumberStyles.None, CultureInfo.InvariantCulture, out var begun)
            ? (id, DateTimeOffset.FromUnixTimeSeconds(begun)) : null;
}
