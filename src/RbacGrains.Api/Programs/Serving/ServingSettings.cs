using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace RbacGrains.Api;

/// <summary>How a program faces its network: who signs in and how, how much is taken, and from whom.</summary>
/// <param name="SignIn">How people sign in.</param>
/// <param name="Limits">How much is taken.</param>
/// <param name="TrustedProxies">The networks of the proxies whose word is taken for where a request comes from; empty for none.</param>
/// <param name="RequireTls">Whether requests without TLS are refused.</param>
internal sealed record ServingSettings(SignInSettings SignIn, LimitSettings Limits, ImmutableArray<IPNetwork> TrustedProxies, bool RequireTls)
{
    /// <summary>The sections of which every key is known.</summary>
    public static readonly string[] Sections = [SignInSettings.Section, "Rbac:Limits"];

    // The framework's own switch trusts every address, and so anybody who can reach the port.
    private const string TrustEverybody = "ForwardedHeaders_Enabled";

    /// <summary>Reads them from the configuration of a program that has no reader of its own.</summary>
    /// <exception cref="ConfigurationException">Some of them are wrong; the message has a line for each.</exception>
    public static ServingSettings Read(IConfiguration configuration, bool isDevelopment, bool demo)
    {
        var reader = new SettingReader(configuration);
        var settings = Read(reader, configuration, isDevelopment, demo);
        reader.FinishWithin(Sections);
        return settings;
    }

    /// <summary>Reads them, and leaves what is wrong with the reader.</summary>
    public static ServingSettings Read(SettingReader reader, IConfiguration configuration, bool isDevelopment, bool demo)
    {
        if (bool.TryParse(configuration[TrustEverybody], out var trusted) && trusted)
            reader.Mistake("TrustedProxies", "has to name the proxies. ASPNETCORE_FORWARDEDHEADERS_ENABLED trusts everybody; take it out.");
        return new ServingSettings(
            SignInSettings.Read(reader, ServingPlace.Read(configuration, isDevelopment), demo),
            LimitSettings.Read(reader),
            [.. Networks(reader)],
            reader.Flag("RequireTls", false));
    }

    private static IEnumerable<IPNetwork> Networks(SettingReader reader)
    {
        const string Key = "TrustedProxies";
        foreach (var text in (reader.Text(Key) ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(text, out var network)) yield return network;
            else if (IPAddress.TryParse(text, out var address)) yield return new IPNetwork(address, address.GetAddressBytes().Length * 8);
            else reader.Mistake(Key, $"has '{text}', which is neither an address nor a network such as 10.0.0.0/8.");
        }
    }
}
