namespace RbacGrains.AdminConsole;

/// <summary>The link by which an invitation is answered.</summary>
internal static class InvitationLink
{
    /// <summary>The path that it leads to.</summary>
    public const string Path = ConsolePaths.Home + "/invitation";

    /// <summary>The parameter with the token.</summary>
    public const string Token = "token";

    /// <summary>A link.</summary>
    /// <param name="baseAddress">Where the service is, with its last slash.</param>
    /// <param name="token">The invitation's token.</param>
    public static string Of(string baseAddress, string token) => $"{baseAddress.TrimEnd('/')}{Path}?{Token}={Uri.EscapeDataString(token)}";
}
