using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Api;
using RbacGrains.Client;
using RbacGrains.Embedded;
using RbacGrains.Storage;

namespace RbacGrains.Http.Tests;

/// <summary>The grid as an application has it over HTTP: the typed client, a real server with the real API, and behind it the embedded grid.</summary>
internal sealed class HttpGridHost : IGridHost
{
    private const string Key = "a-root-key-for-tests";

    private readonly string _folder = Directory.CreateTempSubdirectory("rbac-http-").FullName;
    private readonly WebApplication _server;
    private ServiceProvider? _client;
    private Database? _database;
    private EmbeddedGrid? _grid;

    private HttpGridHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(ContractModels.Catalog);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IGrid>(new PresentGrid(this));
        builder.Services.AddRbacApi(options => options.RootKey = Key);
        _server = builder.Build().MapRbacApi();
    }

    public IGrid Grid => new KeyReader(_client!.GetRequiredService<IGrid>(), () => Inner);

    /// <summary>The grid behind the server.</summary>
    public IGrid Inner => _grid!;

    public ManualClock Clock { get; } = new();

    public static async Task<IGridHost> Start() => await StartHost();

    public static async Task<HttpGridHost> StartHost()
    {
        var host = new HttpGridHost();
        await host.Open();
        await host._server.StartAsync();
        var services = new ServiceCollection();
        services.AddRbacHttpClient(options => (options.BaseAddress, options.ApiKey) = (new Uri(host._server.Urls.First()), Key));
        host._client = services.BuildServiceProvider();
        return host;
    }

    /// <summary>The grid behind the server is dropped as it is; the server and its clients go on.</summary>
    public async Task Restart()
    {
        await _database!.DisposeAsync();
        await Open();
    }

    public async ValueTask DisposeAsync()
    {
        await _client!.DisposeAsync();
        await _server.StopAsync();
        await _server.DisposeAsync();
        await _grid!.DisposeAsync();
        await _database!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Open()
    {
        var options = new StorageOptions
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = $"Data Source={Path.Combine(_folder, "rbac.db")}",
        };
        _database = await Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance);
        _grid = await EmbeddedGrid.Open(_database, _database, ContractModels.Catalog, Clock, CancellationToken.None);
    }

    private sealed class PresentGrid(HttpGridHost host) : IGrid
    {
        public ITenants Tenants => host.Inner.Tenants;

        public IOrganization Organization(string id) => host.Inner.Organization(id);

        public IUser User(string id) => host.Inner.User(id);

        public IInvitation Invitation(string id) => host.Inner.Invitation(id);
    }
}
