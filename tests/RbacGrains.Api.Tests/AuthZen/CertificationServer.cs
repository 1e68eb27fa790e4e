using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using RbacGrains.Model;

namespace RbacGrains.Api.Tests.AuthZen;

/// <summary>
/// A server over TLS with what the AuthZEN certification scenario wants to find there, all of it data: a model, an organization, two members, and
/// the stored properties of one of them and of two records.
/// </summary>
public sealed class CertificationServer : IAsyncLifetime, IDisposable
{
    public const string Organization = "certification";

    /// <summary>The path of the organization's decision point.</summary>
    public const string Base = $"/organizations/{Organization}";

    private const string Document =
        """
        model: certification
        version: 1
        title: AuthZEN certification
        plans: [{ plan: free, title: Free }]
        resources:
          record: [read, write, delete]
        roles:
          - { role: owner, title: Owner, admin: true }
          - role: editor
            title: Editor
            actions:
              - record:read
              - { action: record:write, when: { property: resource.status, not_equals: archived } }
              - { action: record:delete, when: { property: action.soft, equals: true } }
          - role: archivist
            title: Archivist
            actions:
              - record:read
              - action: record:write
                when: { all: [{ property: resource.status, equals: archived }, { property: subject.role, equals: admin }] }
        """;

    private readonly X509Certificate2 _certificate = NewCertificate();

    public CertificationServer() => Api = new ApiServer(new ModelCatalog([ModelReader.Read(Document).Model!]), _certificate);

    public ApiServer Api { get; }

    public async Task InitializeAsync()
    {
        await Api.InitializeAsync();
        var path = $"/v1/organizations/{Organization}";
        await Done("PUT", path, """{"name":"Certification","model":"certification","plan":"free","owner":"owner"}""");
        await Done("PUT", $"{path}/members/alice", """{"role":"editor"}""");
        await Done("PUT", $"{path}/members/bob", """{"role":"archivist"}""");
        await Done("PUT", $"{path}/resources/user/bob", """{"properties":{"role":"admin"}}""");
        await Done("PUT", $"{path}/resources/record/record-1", """{"properties":{"status":"active"}}""");
        await Done("PUT", $"{path}/resources/record/record-2", """{"properties":{"status":"archived"}}""");
    }

    /// <summary>A request to the organization's decision point.</summary>
    public Task<Reply> Post(string endpoint, string body, params (string Name, string Value)[] headers) =>
        Api.Send("POST", $"{Base}/access/v1/{endpoint}", body, headers);

    /// <summary>The one decision of an answer, which has the form that every answer has.</summary>
    public async Task<bool> Decide(string body, string endpoint = "evaluation") =>
        Decision((await Post(endpoint, body)).ShouldBeJson().Json);

    /// <summary>The decisions of an answer to several evaluations, as <c>true,false</c>.</summary>
    public async Task<string> DecideAll(string body)
    {
        var answer = (await Post("evaluations", body)).ShouldBeJson().Json;
        Assert.False(answer.ContainsKey("decision"));
        return string.Join(',', answer["evaluations"]!.AsArray().Select(decision => Decision(decision!.AsObject()) ? "true" : "false"));
    }

    /// <summary>What a search has found: ids of the type that was looked for, or names of actions.</summary>
    public async Task<string[]> Search(string what, string body, string? type = null)
    {
        var answer = (await Post($"search/{what}", body)).ShouldBeJson().Json;
        Assert.IsType<JsonObject>(answer["page"]);
        Assert.Equal("page", answer.First().Key);
        var results = answer["results"]!.AsArray().Select(result => result!.AsObject()).ToList();
        if (type is not null) Assert.All(results, result => Assert.Equal(type, (string?)result["type"]));
        return [.. results.Select(result => (string)result[type is null ? "name" : "id"]!)];
    }

    public async Task DisposeAsync() => await Api.DisposeAsync();

    public void Dispose()
    {
        Api.Dispose();
        _certificate.Dispose();
    }

    private static bool Decision(JsonObject decision)
    {
        Assert.IsType<JsonObject>(decision["context"]);
        return (bool)decision["decision"]!;
    }

    private async Task Done(string method, string path, string body) => (await Api.Send(method, path, body)).ShouldBe(201);

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var now = DateTimeOffset.UnixEpoch.AddYears(50);
        using var made = request.CreateSelfSigned(now, now.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}

/// <summary>What the protocol wants of every success.</summary>
internal static class AuthZenReplies
{
    public static Reply ShouldBeJson(this Reply reply)
    {
        reply.ShouldBe(200);
        Assert.Equal("application/json", reply.MediaType);
        return reply;
    }

    /// <summary>That it is refused as the protocol refuses: a status, and a message in plain text, which begins with a stable code.</summary>
    public static Reply ShouldBeMessage(this Reply reply, int status, string code)
    {
        reply.ShouldBe(status);
        Assert.Equal("text/plain", reply.MediaType);
        Assert.StartsWith($"{code}: ", reply.Text, StringComparison.Ordinal);
        return reply;
    }
}
