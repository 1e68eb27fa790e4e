using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RbacGrains.Benchmarks;

/// <summary>Our Standalone program on a database of its own, asked with an API key of the organization.</summary>
internal sealed class StandaloneProgram : IAskedServer
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly DirectoryInfo _folder;

    private StandaloneProgram(ServerProcess process, DirectoryInfo folder) => (Process, _folder) = (process, folder);

    public string Name => "RbacGrains.Standalone";

    public string Path => "/v1/check";

    public ServerProcess Process { get; }

    /// <summary>Starts it, and fills it by its API.</summary>
    public static async Task<StandaloneProgram> Start(string program, IEnumerable<Product> products)
    {
        var folder = Directory.CreateTempSubdirectory("rbac-beside-");
        var (port, root) = (ServerProcess.FreePort(), RandomNumberGenerator.GetHexString(32));
        var process = await ServerProcess.Start(
            port, "/health/ready", "dotnet", program, $"--urls=http://127.0.0.1:{port}", $"--contentRoot={folder.FullName}",
            $"--Rbac:Database=Data Source={System.IO.Path.Combine(folder.FullName, "rbac.db")}", $"--Rbac:RootKey={root}",
            // One address asks for everybody here, and what a limit refuses is not measured. Cerbos has none either.
            "--Rbac:Limits:Key:PerMinute=0", "--Rbac:Limits:Address:PerMinute=0");
        var server = new StandaloneProgram(process, folder);
        using var http = new HttpClient { BaseAddress = process.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", root);
        foreach (var product in products) await server.Fill(http, product);
        return server;
    }

    public string? KeyFor(Product product) => _keys[product.Name];

    public string Body(Product product, BesideCase one)
    {
        var body = new JsonObject { ["organization"] = product.Organization, ["user"] = one.User, ["action"] = one.Action };
        if (one.Project is not null) body["project"] = one.Project;
        return body.ToJsonString();
    }

    public bool? Allows(string answer, BesideCase one)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("allowed").GetBoolean();
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static JsonObject Pairs(Grants grants) =>
        new(grants.Pairs().Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private static JsonObject Member(Access access) => new()
    {
        ["role"] = access.Role,
        ["grants"] = Pairs(access.Grants),
        ["projects"] = new JsonObject(access.Projects.Select(scope =>
            KeyValuePair.Create(scope.Project, (JsonNode?)new JsonObject { ["grants"] = Pairs(scope.Grants) }))),
    };

    private static async Task<string> Send(HttpClient http, HttpMethod method, string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{method} {path}: {text}");
    }

    private async Task Fill(HttpClient http, Product product)
    {
        var organization = $"/v1/organizations/{product.Organization}";
        await Send(http, HttpMethod.Put, organization, new JsonObject
        {
            ["name"] = product.Organization,
            ["model"] = product.Name,
            ["plan"] = product.Policy.Plan.Id,
            ["owner"] = "owner@example.com",
        });
        foreach (var user in product.Users) await Send(http, HttpMethod.Put, $"{organization}/members/{user.Id}", Member(user.Holding.Access));
        var made = await Send(http, HttpMethod.Post, $"{organization}/api_keys", new JsonObject { ["name"] = "beside", ["role"] = "admin" });
        using var key = JsonDocument.Parse(made);
        _keys[product.Name] = key.RootElement.GetProperty("key").GetString()!;
    }
}
