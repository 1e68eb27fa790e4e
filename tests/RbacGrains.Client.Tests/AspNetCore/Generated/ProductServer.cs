using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RbacGrains.Embedded;
using RbacGrains.Storage;
using RbacGrains.Testing;

namespace RbacGrains.Client.Tests.AspNetCore.Generated;

/// <summary>
/// An application as a product's model asks for it, with an embedded grid behind it: one endpoint for each action, and one for each area at each level.
/// </summary>
internal sealed class ProductServer : IAsyncDisposable
{
    private static readonly ModelCatalog Models = ShippedModels.Load();

    private readonly TemporaryDirectory _directory;
    private readonly GuardedApp _app;

    private ProductServer(AuthorizationModel model, TemporaryDirectory directory, GuardedApp app)
    {
        (Model, _directory, _app) = (model, directory, app);
    }

    public AuthorizationModel Model { get; }

    private IGrid Grid => _app.Services.GetRequiredService<IGrid>();

    public static async Task<ProductServer> Start(string name, string plan)
    {
        var model = Models.Find(name)!;
        var directory = new TemporaryDirectory();
        var app = await GuardedApp.Start(
            services =>
            {
                services.AddRbacEmbedded(_ => new EmbeddedOptions
                {
                    Models = Models,
                    Storage = new StorageOptions
                    {
                        Provider = StorageProvider.Sqlite,
                        ConnectionString = $"Data Source={directory.File("product.db")}",
                    },
                });
                services.AddAuthentication(HeaderSignIn.Name).AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.Name, null);
                services.AddRbacGrains();
            },
            app =>
            {
                foreach (var action in model.Actions.Names) app.MapPost($"/{{org}}/actions/{action}", () => Results.NoContent()).RequireAction(action);
                foreach (var area in model.AreaTable.All)
                    foreach (var level in model.Levels.Skip(1))
                        app.MapPost($"/{{org}}/areas/{area.Id}/{level.Id}", () => Results.NoContent()).RequireArea(area.Id, level.Id);
            });
        var server = new ProductServer(model, directory, app);
        (await server.Grid.Organization("acme").Create(
            ChangeContext.Service, new CreateOrganization("Acme", name, plan, "owner"), default)).Require();
        return server;
    }

    /// <summary>Adds a member.</summary>
    public async Task Add(string user, MemberAssignment assignment) =>
        (await Grid.Organization("acme").PutMember(ChangeContext.Service, user, assignment, default)).Require();

    /// <summary>Calls the endpoint of an action.</summary>
    public Task<Outcome> Act(string user, string action) => Post(user, $"/acme/actions/{action}", action);

    /// <summary>Calls the endpoint of an area at a level.</summary>
    public Task<Outcome> Enter(string user, string area, string level) => Post(user, $"/acme/areas/{area}/{level}", $"{area}@{level}");

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _directory.Dispose();
    }

    private async Task<Outcome> Post(string user, string path, string action)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Claims", $"sub={user}");
        using var answer = await _app.Http.SendAsync(request);
        return new Outcome(user, action, (int)answer.StatusCode);
    }
}

/// <summary>How a call was answered.</summary>
internal readonly record struct Outcome(string User, string Action, int Status);
