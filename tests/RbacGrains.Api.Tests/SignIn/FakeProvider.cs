using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace RbacGrains.Api.Tests;

/// <summary>A provider that lies as a test wants it to: its documents, its tokens and its answers are the test's to change.</summary>
public sealed class FakeProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);
    private string _nonce = "";

    private FakeProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Text(Document.ToJsonString()));
        _app.MapGet("/keys", () => Text(Keys.ToJsonString()));
        _app.MapGet("/authorize", (HttpContext context) =>
        {
            _nonce = context.Request.Query["nonce"].ToString();
            return Results.Redirect(QueryHelpers.AddQueryString(
                context.Request.Query["redirect_uri"].ToString(), new Dictionary<string, string?> { ["state"] = context.Request.Query["state"], ["code"] = "c" }));
        });
        _app.MapPost("/token", () => Token());
        _app.MapGet("/user", () => Text(UserInfo.ToJsonString()));
    }

    public string Issuer { get; private set; } = "";

    public JsonObject Document { get; private set; } = [];

    public JsonObject Keys { get; private set; } = [];

    public JsonObject Header { get; } = new() { ["alg"] = "RS256", ["kid"] = "one" };

    public JsonObject UserInfo { get; } = [];

    /// <summary>Changes the claims, which are right before.</summary>
    public Action<JsonObject> Claims { get; set; } = _ => { };

    /// <summary>Makes the answer of the token endpoint of a right one.</summary>
    public Func<string, IResult>? Answer { get; set; }

    /// <summary>Makes the signature of what is signed.</summary>
    public Func<byte[], byte[]>? Sign { get; set; }

    public static async Task<FakeProvider> Start()
    {
        var provider = new FakeProvider();
        await provider._app.StartAsync();
        provider.Issuer = provider._app.Urls.First();
        provider.Document = new JsonObject
        {
            ["issuer"] = provider.Issuer,
            ["authorization_endpoint"] = provider.Issuer + "/authorize",
            ["token_endpoint"] = provider.Issuer + "/token",
            ["jwks_uri"] = provider.Issuer + "/keys",
            ["userinfo_endpoint"] = provider.Issuer + "/user",
        };
        var key = provider._key.ExportParameters(false);
        provider.Keys = new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["kid"] = "one",
                ["n"] = Base64Url.EncodeToString(key.Modulus),
                ["e"] = Base64Url.EncodeToString(key.Exponent),
            }),
        };
        return provider;
    }

    public Task<ServedProgram> StartProgram(params string[] args) => ServedProgram.Start(
        ["--environment", "Development", "--Rbac:SignIn:Authority", Issuer, "--Rbac:SignIn:ClientId", "rbac", .. args]);

    /// <summary>Signs in, and answers with what the callback answered.</summary>
    public static async Task<Reply> SignIn(ServedProgram program)
    {
        using var browser = new Browser(program.Origin);
        var begun = (await browser.Open("/signin")).ShouldBe(302);
        var back = (await browser.Open(begun.Headers["Location"])).ShouldBe(302);
        var answered = await browser.Open(back.Headers["Location"], "*/*");
        Assert.Equal(answered.Status == 302, browser.Session is not null);
        return answered;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private static IResult Text(string json) => Results.Text(json, "application/json");

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private IResult Token()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = "rbac",
            ["sub"] = "ada",
            ["exp"] = now + 300,
            ["iat"] = now,
            ["nonce"] = _nonce,
        };
        Claims(claims);
        var signed = $"{Encode(Header)}.{Encode(claims)}";
        var signature = (Sign ?? (bytes => _key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)))(Encoding.ASCII.GetBytes(signed));
        var token = $"{signed}.{Base64Url.EncodeToString(signature)}";
        return Answer is null
            ? Text(new JsonObject { ["access_token"] = "a", ["token_type"] = "Bearer", ["id_token"] = token }.ToJsonString())
            : Answer(token);
    }
}
