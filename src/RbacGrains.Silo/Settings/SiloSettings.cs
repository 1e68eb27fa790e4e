using RbacGrains.Api;

namespace RbacGrains.Silo;

/// <summary>What the configuration section <c>Rbac</c> and the command line say.</summary>
/// <param name="Development">One node without a server: SQLite for state, reminders in memory, no other members.</param>
/// <param name="Cluster">Which cluster, and where.</param>
/// <param name="Database">Where state is kept.</param>
/// <param name="Membership">How soon a silent node is given up.</param>
/// <param name="Drain">How the node goes.</param>
/// <param name="Serving">How it faces its network.</param>
/// <param name="RootKey">The root key; null when it is the program's to make, in development only.</param>
/// <param name="Models">The folder of further models; null for none.</param>
/// <param name="PublicUrl">Where clients reach the service; null for where they ask.</param>
/// <param name="Demo">Whether to fill the demo organizations.</param>
internal sealed record SiloSettings(
    bool Development,
    ClusterSettings Cluster,
    DatabaseSettings Database,
    MembershipSettings Membership,
    DrainSettings Drain,
    ServingSettings Serving,
    string? RootKey,
    string? Models,
    string? PublicUrl,
    bool Demo)
{
    /// <summary>The switch for one node without a server.</summary>
    public const string DevelopmentSwitch = "--development";

    /// <summary>The switch that asks for the demo organizations.</summary>
    public const string DemoSwitch = "--demo";

    /// <summary>Where a root key that the program has made is kept, below the working directory.</summary>
    public const string RootKeyFile = "data/rbac-grid.rootkey";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="ConfigurationException">Some of them are wrong; the message has a line for each.</exception>
    public static SiloSettings Read(IConfiguration configuration, string[] args, bool isDevelopmentEnvironment = false)
    {
        var reader = new SettingReader(configuration);
        var settings = Read(reader, configuration, args, isDevelopmentEnvironment);
        reader.Finish();
        return settings;
    }

    /// <summary>Reads the settings, and leaves what is wrong with the reader.</summary>
    public static SiloSettings Read(SettingReader reader, IConfiguration configuration, string[] args, bool isDevelopmentEnvironment = false)
    {
        var development = args.Contains(DevelopmentSwitch);
        var key = reader.Text("RootKey");
        if (key is null && !development)
            reader.Mistake("RootKey", "is missing. Set one secret of up to 256 characters for all nodes, best by the environment (Rbac__RootKey).");
        return new SiloSettings(
            development,
            ClusterSettings.Read(reader, development),
            DatabaseSettings.Read(reader, development),
            MembershipSettings.Read(reader),
            DrainSettings.Read(reader, development),
            ServingSettings.Read(reader, configuration, isDevelopmentEnvironment, args.Contains(DemoSwitch)),
            key,
            reader.Text("Models"),
            reader.Text("PublicUrl"),
            args.Contains(DemoSwitch));
    }

    /// <summary>Names the cluster only: the settings hold secrets.</summary>
    public override string ToString() => $"{nameof(SiloSettings)} {{ {Cluster} }}";
}
