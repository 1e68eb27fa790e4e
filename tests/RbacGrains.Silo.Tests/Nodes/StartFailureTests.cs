using System.Net;
using System.Net.Sockets;

namespace RbacGrains.Silo.Tests;

/// <summary>What keeps a node from starting is a line for each mistake, and an exit code.</summary>
public sealed class StartFailureTests
{
    private static readonly string[] Ports = FreePorts.Find(2);

    [Theory]
    [InlineData(2, "Rbac:SiloPort is 'x'", "--Rbac:SiloPort", "x")]
    [InlineData(2, "does not exist", "--Rbac:Models", "/no/such/folder")]
    [InlineData(1, "Rbac:AdvertisedAddress", "--Rbac:AdvertisedAddress", "192.0.2.1")]
    [InlineData(1, "PostgreSQL", "--Rbac:Database:ConnectionString", "Host=127.0.0.1;Port=1;Username=u;Password=p4ss;Timeout=2")]
    [InlineData(1, "Write it as", "--Rbac:Database:ConnectionString", "nonsense p4ss")]
    public async Task It_is_told_in_words(int exitCode, string words, params string[] args)
    {
        var (code, error) = await Run(args);

        Assert.Equal(exitCode, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain("p4ss", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Single(error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_its_setting()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, error) = await Run("--Rbac:GatewayPort", $"{port}");

        Assert.Equal(1, code);
        Assert.Contains($"port {port} on 127.0.0.1 is in use by another process. Set Rbac:GatewayPort", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] needed =
        [
            "--Rbac:RootKey", "a-key", "--Rbac:AdvertisedAddress", "127.0.0.1", "--urls", "http://127.0.0.1:0",
            "--Rbac:Database:ConnectionString", "Host=127.0.0.1;Port=1;Username=u;Timeout=2",
            "--Rbac:SiloPort", Ports[0], "--Rbac:GatewayPort", Ports[1], "--Logging:LogLevel:Default", "None",
        ];
        var code = await SiloProgram.Run([.. needed, .. args], output, error, CancellationToken.None);
        return (code, error.ToString());
    }
}
