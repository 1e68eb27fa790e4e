namespace RbacGrains.Api.Tests;

/// <summary>What is said of settings that are wrong, before anything is served.</summary>
public sealed class ServingSettingTests
{
    [Theory]
    [InlineData("Rbac:SignIn:Authority is 'http://id.example'", "--Rbac:SignIn:Authority", "http://id.example", "--Rbac:SignIn:ClientId", "x")]
    [InlineData("Rbac:SignIn:Authority is 'http://localhost:9'", "--Rbac:SignIn:Authority", "http://localhost:9", "--Rbac:SignIn:ClientId", "x")]
    [InlineData("Rbac:SignIn:Authority is 'nonsense'", "--Rbac:SignIn:Authority", "nonsense", "--Rbac:SignIn:ClientId", "x")]
    [InlineData("Rbac:SignIn:Authority is 'https://id.example?x=y'", "--Rbac:SignIn:Authority", "https://id.example?x=y", "--Rbac:SignIn:ClientId", "x")]
    [InlineData("Rbac:SignIn:Authority is ''", "--Rbac:SignIn:ClientId", "x")]
    [InlineData("Rbac:SignIn:ClientId is missing", "--Rbac:SignIn:Authority", "https://id.example")]
    [InlineData("Rbac:SignIn:SignedOutUrl is 'x'", "--Rbac:SignIn:Authority", "https://id.example", "--Rbac:SignIn:ClientId", "x", "--Rbac:SignIn:SignedOutUrl", "x")]
    [InlineData("Rbac:SignIn:IdleTimeout is '5'", "--Rbac:SignIn:IdleTimeout", "5")]
    [InlineData("Rbac:SignIn:Lifetime is '40.00:00:00'", "--Rbac:SignIn:Lifetime", "40.00:00:00")]
    [InlineData("Rbac:SignIn:Authorty is not a setting", "--Rbac:SignIn:Authorty", "https://id.example")]
    [InlineData("Rbac:Limits:Key:PerSecond is not a setting", "--Rbac:Limits:Key:PerSecond", "5")]
    [InlineData("Rbac:Limits:Key:PerMinute is '-1'", "--Rbac:Limits:Key:PerMinute", "-1")]
    [InlineData("Rbac:Limits:Key:Burst is '0'", "--Rbac:Limits:Key:Burst", "0")]
    [InlineData("Rbac:Limits:Connections is '0'", "--Rbac:Limits:Connections", "0")]
    [InlineData("Rbac:TrustedProxies has 'proxy.example'", "--Rbac:TrustedProxies", "10.0.0.0/8, proxy.example")]
    [InlineData("Rbac:TrustedProxies has '10.0.0.0/33'", "--Rbac:TrustedProxies", "10.0.0.0/33")]
    [InlineData("Rbac:TrustedProxies has to name the proxies", "--ForwardedHeaders_Enabled", "true")]
    [InlineData("Rbac:RequireTls is 'yes'", "--Rbac:RequireTls", "yes")]
    public async Task A_wrong_setting_is_one_line_and_exit_code_2(string said, params string[] args)
    {
        using var error = new StringWriter();
        // Should it start after all, it stops again.
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.Equal(2, await Standalone.StandaloneServer.Run(["--Rbac:RootKey", "k", "--urls", "http://127.0.0.1:0", .. args], TextWriter.Null, error, stop.Token));
        Assert.StartsWith(said, error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Help_names_every_setting()
    {
        var reader = new SettingReader(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        ServingSettings.Read(reader, new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build(), isDevelopment: false, demo: false);
        Assert.All(reader.Asked, key => Assert.Contains(":" + key.Split(':')[^1], ServingUsage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_do_not_show_the_clients_secret()
    {
        var configuration = Microsoft.Extensions.Configuration.MemoryConfigurationBuilderExtensions.AddInMemoryCollection(
            new Microsoft.Extensions.Configuration.ConfigurationBuilder(),
            [new("Rbac:SignIn:Authority", "https://id.example"), new("Rbac:SignIn:ClientId", "x"), new("Rbac:SignIn:ClientSecret", "s3cret")]).Build();
        Assert.DoesNotContain("s3cret", ServingSettings.Read(configuration, false, false).ToString(), StringComparison.Ordinal);
    }
}
