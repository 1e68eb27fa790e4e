using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RbacGrains.Testing;

namespace RbacGrains.Api.Tests;

/// <summary>TLS with a certificate of a test's own making.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string[] Certificate =>
        ["--Kestrel:Certificates:Default:Path", _directory.File("cert.pem"), "--Kestrel:Certificates:Default:KeyPath", _directory.File("key.pem")];

    [Fact]
    public async Task A_configured_certificate_serves_tls_12_and_13_and_tells_browsers_to_stay()
    {
        WriteCertificate("CN=first");
        await using var program = await ServedProgram.Start([.. Certificate, "--urls", "https://127.0.0.1:0"]);
        using var http = Trusting();
        using var request = new HttpRequestMessage(HttpMethod.Get, program.Origin + "/health/live");
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("max-age=31536000", response.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal("CN=first", await Handshake(program, SslProtocols.Tls12));
        Assert.Equal("CN=first", await Handshake(program, SslProtocols.Tls13));
#pragma warning disable SYSLIB0039, CA5397 // That they are obsolete is the point.
        await Assert.ThrowsAnyAsync<Exception>(() => Handshake(program, SslProtocols.Tls11));
#pragma warning restore SYSLIB0039, CA5397
    }

    [Fact]
    public async Task A_new_certificate_is_served_without_a_restart()
    {
        WriteCertificate("CN=first");
        var port = FreePort();
        await using var program = await ServedProgram.Start([.. Certificate, "--Kestrel:Endpoints:Https:Url", $"https://127.0.0.1:{port}"]);
        Assert.Equal("CN=first", await Handshake(program, SslProtocols.None));
        WriteCertificate("CN=second");
        // The server watches the file, and binds the address again when it has changed; nothing tells when it has.
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await TryHandshake(program) == "CN=second") return;
            await Task.Delay(100);
        }

        Assert.Fail("The new certificate was not served within half a minute.");
    }

    [Fact]
    public async Task Where_tls_is_required_programs_are_refused_and_pages_are_sent_on()
    {
        WriteCertificate("CN=first");
        await using var program = await ServedProgram.Start([.. Certificate, "--urls", "http://127.0.0.1:0;https://127.0.0.1:0", "--Rbac:RequireTls", "true"]);
        var secure = new Uri(program.Urls.Single(url => url.StartsWith("https", StringComparison.Ordinal)));
        var refused = (await program.SendWithKey("GET", "/v1/models")).ShouldBeProblem(403, "tls_required");
        Assert.DoesNotContain("Location", refused.Headers.Keys);
        (await program.SendWithKey("GET", "/v1/models", null, ("Accept", "text/html"))).ShouldBeProblem(403, "tls_required");
        (await program.SendWithKey("POST", "/v1/check", "{}")).ShouldBeProblem(403, "tls_required");
        var sent = (await program.Send("GET", "/signin?return=/v1/me", null, ("Accept", "text/html,*/*"))).ShouldBe(308);
        Assert.Equal($"https://127.0.0.1:{secure.Port}/signin?return=/v1/me", sent.Headers["Location"]);
        (await program.Send("GET", "/health/ready")).ShouldBe(200);
        using var http = Trusting();
        (await Call.Send(http, "GET", new Uri(secure, "/v1/models").ToString(), null, ("Authorization", $"Bearer {ServedProgram.RootKey}"))).ShouldBe(200);
    }

    [Fact]
    public async Task Cookies_are_for_tls_only_and_people_sign_in_by_tls_only()
    {
        WriteCertificate("CN=first");
        await using var program = await ServedProgram.Start(
            [.. Certificate, "--urls", "https://127.0.0.1:0", "--environment", "Development", "--Rbac:SignIn:Development", "true"]);
        using var http = Trusting();
        using var request = new HttpRequestMessage(HttpMethod.Post, program.Origin + "/signin/development")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("id", "ada")]),
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
        };
        using var response = await http.SendAsync(request);
        var cookie = response.Headers.GetValues("Set-Cookie").Single().ToLowerInvariant();
        Assert.StartsWith("__host-rbac-session=", cookie, StringComparison.Ordinal);
        foreach (var attribute in new[] { "; path=/", "; secure", "; samesite=lax", "; httponly" }) Assert.Contains(attribute, cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);

        await using var open = await ServedProgram.Start("--Rbac:SignIn:Authority", "https://id.example", "--Rbac:SignIn:ClientId", "x");
        (await open.Send("GET", "/signin")).ShouldBeProblem(403, "tls_required");
    }

    public void Dispose() => _directory.Dispose();

    private static HttpClient Trusting() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null },
    });

    private static async Task<string?> TryHandshake(ServedProgram program)
    {
        try
        {
            return await Handshake(program, SslProtocols.None);
        }
        catch (Exception failure) when (failure is SocketException or IOException or AuthenticationException)
        {
            return null;
        }
    }

    private static async Task<string> Handshake(ServedProgram program, SslProtocols protocols)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(program.Http.BaseAddress!.Host, program.Http.BaseAddress.Port);
        await using var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            EnabledSslProtocols = protocols,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
        });
        return tls.RemoteCertificate!.Subject;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Each file is whole at every moment; the key comes first, so that the certificate's change finds it.
    private void WriteCertificate(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Write("key.pem", key.ExportPkcs8PrivateKeyPem());
        Write("cert.pem", certificate.ExportCertificatePem());
    }

    private void Write(string name, string text)
    {
        File.WriteAllText(_directory.File(name + ".new"), text);
        File.Move(_directory.File(name + ".new"), _directory.File(name), overwrite: true);
    }
}
