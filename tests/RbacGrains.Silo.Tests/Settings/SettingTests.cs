using Microsoft.Extensions.Configuration;
using RbacGrains.Api;

namespace RbacGrains.Silo.Tests;

/// <summary>What the settings mean, and what is said of those that are wrong.</summary>
public sealed class SettingTests
{
    private static readonly string[] Development = ["--development"];

    [Fact]
    public void Development_needs_no_setting_at_all()
    {
        var settings = Read(Development);

        Assert.Equal(Storage.StorageProvider.Sqlite, settings.Database.Provider);
        Assert.Equal(System.Net.IPAddress.Loopback, settings.Cluster.Address);
        Assert.Equal(TimeSpan.Zero, settings.Drain.Delay);
        Assert.True(settings.Database.MigrateOnStart);
    }

    [Fact]
    public void A_node_needs_a_database_and_a_key_and_does_not_migrate_on_its_own()
    {
        var settings = Read([], Needed);

        Assert.Equal(("rbac", "rbac", 11111, 30000), (settings.Cluster.ClusterId, settings.Cluster.ServiceId, settings.Cluster.SiloPort, settings.Cluster.GatewayPort));
        Assert.False(settings.Database.MigrateOnStart);
        Assert.Equal(TimeSpan.FromSeconds(2), settings.Membership.ProbeTimeout);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.Drain.Delay);
    }

    [Theory]
    [InlineData("Rbac:RootKey is missing", "Rbac:RootKey", "")]
    [InlineData("Rbac:Database:ConnectionString is missing", "Rbac:Database:ConnectionString", "")]
    [InlineData("Rbac:Database:Provider is sqlite", "Rbac:Database:Provider", "sqlite")]
    [InlineData("Rbac:Database:Provider is 'oracle'", "Rbac:Database:Provider", "oracle")]
    [InlineData("Rbac:Database is a text", "Rbac:Database", "Host=db")]
    [InlineData("Rbac:Database:MigrateOnStart is 'perhaps'", "Rbac:Database:MigrateOnStart", "perhaps")]
    [InlineData("from 1 to 65535", "Rbac:SiloPort", "0")]
    [InlineData("from 0 to 65535", "Rbac:GatewayPort", "70000")]
    [InlineData("Give the two different ports", "Rbac:GatewayPort", "11111")]
    [InlineData("from 00:00:00.5000000 to 00:01:00", "Rbac:Membership:ProbeTimeout", "2")]
    [InlineData("from 1 to 20", "Rbac:Membership:MissedProbes", "0")]
    [InlineData("from 00:00:00 to 00:10:00", "Rbac:Drain:Delay", "-00:00:01")]
    [InlineData("Rbac:ClusterId is 'a b'", "Rbac:ClusterId", "a b")]
    [InlineData("neither an IP address nor a host name", "Rbac:AdvertisedAddress", "no-such-host.invalid")]
    [InlineData("Rbac:SiloPrt is not a setting", "Rbac:SiloPrt", "11111")]
    public void A_wrong_setting_is_named_with_what_to_do(string words, string key, string value)
    {
        var mistake = Assert.Throws<ConfigurationException>(() => Read([], [.. Needed.Where(pair => pair.Key != key), (key, value)]));

        Assert.Contains(words, Assert.Single(mistake.Message.Split(Environment.NewLine)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var mistake = Assert.Throws<ConfigurationException>(() => Read([], ("Rbac:SiloPort", "x"), ("Rbac:Drain:Timeout", "x")));

        Assert.Equal(4, mistake.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void Settings_do_not_show_their_secrets()
    {
        var text = $"{Read([], Needed)} {Read([], Needed).Database}";

        Assert.DoesNotContain("p4ss", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_every_setting()
    {
        var reader = new SettingReader(new ConfigurationBuilder().Build());
        SiloSettings.Read(reader, new ConfigurationBuilder().Build(), []);

        Assert.All(
            reader.Asked.Where(key => key != "Rbac:Database"),
            key => Assert.Contains(":" + key.Split(':')[^1], Usage.Text, StringComparison.Ordinal));
    }

    private static (string Key, string? Value)[] Needed =>
    [
        ("Rbac:RootKey", "s3cret"), ("Rbac:Database:ConnectionString", "Host=db;Password=p4ss"), ("Rbac:AdvertisedAddress", "10.0.0.1"),
    ];

    private static SiloSettings Read(string[] args, params (string Key, string? Value)[] settings) => SiloSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value))).Build(),
        args);
}
