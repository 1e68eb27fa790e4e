// An application that runs Orleans already, and adds the permissions to its own silo: attributes on its grains say what a call needs.
//
//   dotnet run --project samples/RbacGrains.Samples.Silo
//   curl -i -X PUT -H 'X-User: ada' http://localhost:5090/agents/scout        (ada made the organization: 204)
//   curl -i -X DELETE -H 'X-User: bob' http://localhost:5090/agents/scout     (bob is an analyst: 401, as Letta's page has it)
//   curl -i -X DELETE http://localhost:5090/agents/scout                      (nobody: 401)
using System.Security.Claims;
using RbacGrains.Core;
using RbacGrains.Grains;
using RbacGrains.Samples.Silo;
using RbacGrains.Storage;

var builder = WebApplication.CreateBuilder(args);
if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://localhost:5090");
builder.Services.AddRbacHttpActingUser();
builder.UseOrleans(silo =>
{
    var ports = builder.Configuration.GetSection("Silo");
    silo.UseLocalhostClustering(ports.GetValue("Port", 11111), ports.GetValue("Gateway", 30000));
    silo.UseInMemoryReminderService();
    silo.AddMemoryGrainStorageAsDefault();
    silo.AddRbacGrains(new RbacGrainsOptions
    {
        Storage = new GridStorageOptions
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = builder.Configuration.GetConnectionString("Rbac") ?? "Data Source=sample-rbac.db",
            MigrateOnStart = true,
        },
    });
    silo.AddRbacCallFilters();
});
var app = builder.Build();

app.UseDenials();

// In place of signing in: the sample believes whoever says who they are.
app.Use((context, next) =>
{
    if (context.Request.Headers["X-User"].ToString() is { Length: > 0 } user)
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user)], "sample"));
    return next(context);
});

app.MapPut("/agents/{name}", async (string name, IGrainFactory grains) =>
{
    await grains.GetGrain<IAgentGrain>($"acme/{name}").Create();
    return Results.NoContent();
});
app.MapGet("/agents/{name}", async (string name, IGrainFactory grains) =>
    await grains.GetGrain<IAgentGrain>($"acme/{name}").ReadOwner() is { } owner ? Results.Ok(new { owner }) : Results.NotFound());
app.MapDelete("/agents/{name}", async (string name, IGrainFactory grains) =>
{
    await grains.GetGrain<IAgentGrain>($"acme/{name}").Delete();
    return Results.NoContent();
});

await app.StartAsync();
await Seed(app.Services.GetRequiredService<IGrid>());
await app.WaitForShutdownAsync();

// Made once; the second start finds it as it is.
static async Task Seed(IGrid grid)
{
    var acme = grid.Organization("acme");
    (await acme.Create(ChangeContext.Service, new CreateOrganization("Acme", "letta", "enterprise", "ada"), default)).Require();
    (await acme.PutMember(ChangeContext.Service, "bob", new MemberAssignment { Role = "analyst" }, default)).Require();
}
