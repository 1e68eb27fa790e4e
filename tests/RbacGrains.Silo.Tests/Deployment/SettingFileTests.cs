using Microsoft.Extensions.Configuration;

namespace RbacGrains.Silo.Tests;

/// <summary>The settings in silo-config are those that the program knows, with its own defaults.</summary>
public sealed class SettingFileTests
{
    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.Development.json")]
    [InlineData("appsettings.Production.json")]
    public void Every_setting_is_one_that_the_program_reads(string file)
    {
        var keys = new ConfigurationBuilder().AddJsonFile(Files.Full($"silo-config/{file}")).Build()
            .GetSection("Rbac").AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key).ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains(key, Files.KnownSettings));
    }

    [Fact]
    public void What_the_files_say_is_what_applies_without_them()
    {
        var (with, without) = (Read(Production()), Read(new ConfigurationBuilder()));

        Assert.Equal(without.Membership, with.Membership);
        Assert.Equal(without.Drain, with.Drain);
        Assert.Equal(without.Database, with.Database);
        Assert.Equal(without.Cluster, with.Cluster);
    }

    /// <summary>The settings of production, as the program puts them together.</summary>
    internal static IConfigurationRoot Production() => new ConfigurationBuilder()
        .AddJsonFile(Files.Full("silo-config/appsettings.json")).AddJsonFile(Files.Full("silo-config/appsettings.Production.json")).Build();

    private static SiloSettings Read(IConfiguration configuration) => Read(new ConfigurationBuilder().AddConfiguration(configuration));

    private static SiloSettings Read(IConfigurationBuilder builder) => SiloSettings.Read(
        builder.AddInMemoryCollection(
        [
            new("Rbac:RootKey", "key"), new("Rbac:Database:ConnectionString", "Host=db"), new("Rbac:AdvertisedAddress", "10.0.0.1"),
        ]).Build(),
        []);
}
