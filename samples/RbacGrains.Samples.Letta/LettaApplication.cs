using Microsoft.AspNetCore.Authorization;
using RbacGrains.Embedded;
using RbacGrains.Samples.Letta.Components;
using RbacGrains.Samples.Letta.Endpoints;
using RbacGrains.Samples.Letta.Messaging;
using RbacGrains.Samples.Letta.SignIn;
using RbacGrains.Samples.Letta.Workspaces;
using RbacGrains.Storage;

namespace RbacGrains.Samples.Letta;

/// <summary>The application, put together.</summary>
public static class LettaApplication
{
    /// <summary>Makes it.</summary>
    /// <param name="args">The command line; <c>--Letta:Database</c> is the ADO.NET connection string of its grid's SQLite file.</param>
    public static WebApplication Create(string[] args)
    {
        // Its pages are found by this name, whichever program runs it.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ApplicationName = typeof(LettaApplication).Assembly.GetName().Name });
        DevelopmentSignIn.RequireDevelopment(builder.Environment);
        AddServices(builder.Services, builder.Configuration["Letta:Database"] ?? "Data Source=letta.db");
        var app = builder.Build();
        Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, string database)
    {
        services.AddRbacEmbedded(_ => new EmbeddedOptions
        {
            Storage = new StorageOptions
            {
                Provider = StorageProvider.Sqlite,
                ConnectionString = database,
            },
        });
        services.AddRbacGrains();
        services.AddHostedService<Seed>();

        services.AddAuthentication(DevelopmentSignIn.Scheme).AddScheme<DevelopmentSignInOptions, DevelopmentSignIn>(DevelopmentSignIn.Scheme, null);
        // Whoever forgets to guard an endpoint has at least closed it to strangers.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddProblemDetails();
        // A bad request is answered as one in Development, too.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddSingleton<WorkspaceCatalog>();
        services.AddSignalR();
        services.AddRazorPages();
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
    }

    private static void Map(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapRazorPages();
        app.MapRazorComponents<App>();
        app.MapSignIn();

        var organization = app.MapGroup("/v1/organizations/{org}");
        organization.MapResources("projects", "projects", workspace => workspace.Projects);
        organization.MapResources("agents", "agents", workspace => workspace.Agents);
        organization.MapResources("data-sources", "data_sources", workspace => workspace.DataSources);
        organization.MapResources("tools", "tools", workspace => workspace.Tools);
        organization.MapResources("templates", "templates", workspace => workspace.Templates);
        organization.MapMessages();
        organization.MapApiKeys();
        organization.MapEnvironmentVariables();
        organization.MapUsers();
        organization.MapSettings();
        organization.MapBilling();
        organization.MapIntegrations();
        organization.MapHub<AgentHub>("/live");
    }
}
