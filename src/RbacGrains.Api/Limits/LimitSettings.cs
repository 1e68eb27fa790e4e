namespace RbacGrains.Api;

/// <summary>What a caller may ask of the server. Section <c>Rbac:Limits</c>.</summary>
/// <param name="Key">Requests with one key. Default 3,000,000 a minute, 100,000 at once.</param>
/// <param name="User">Requests of one person who has signed in. Default 6,000 a minute, 1,000 at once.</param>
/// <param name="Address">Requests of one address, whoever makes them. Default 3,000,000 a minute, 100,000 at once.</param>
/// <param name="Anonymous">Requests of one address that sign in. Default 120 a minute, 60 at once.</param>
/// <param name="Failures">Wrong keys, invitation tokens and sign-ins of one address. Default 60 a minute, 60 at once.</param>
/// <param name="Server">What the web server takes from a connection.</param>
internal sealed record LimitSettings(Rate Key, Rate User, Rate Address, Rate Anonymous, Rate Failures, ServerLimits Server)
{
    /// <summary>Reads them.</summary>
    public static LimitSettings Read(SettingReader reader) => new(
        Rate.Read(reader, "Limits:Key", new Rate(3_000_000, 100_000)),
        Rate.Read(reader, "Limits:User", new Rate(6_000, 1_000)),
        Rate.Read(reader, "Limits:Address", new Rate(3_000_000, 100_000)),
        Rate.Read(reader, "Limits:Anonymous", new Rate(120, 60)),
        Rate.Read(reader, "Limits:Failures", new Rate(60, 60)),
        ServerLimits.Read(reader));
}
