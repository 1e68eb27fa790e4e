// An application that runs Orleans already, and adds the permissions to its own silo: the agents that it serves ask them.
//
//   dotnet run --project samples/RbacGrains.Samples.Silo
//   curl -X PUT -H 'X-User: ada' http://localhost:5090/agents/scout        (ada made the organization: 204)
//   curl -X DELETE -H 'X-User: bob' http://localhost:5090/agents/scout     (bob is an analyst: 401, as Letta's page has it)
using RbacGrains.Core;
using RbacGrains.Grains;
using RbacGrains.Samples.Silo;
using RbacGrains.Storage;

var builder = WebApplication.CreateBuilder(args);
if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://localhost:5090");
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
});
var app = builder.Build();

app.MapPut("/agents/{name}", (string name, HttpRequest request, IGrainFactory grains) =>
    Answer(grains.GetGrain<IAgentGrain>(name).Create(User(request))));
app.MapDelete("/agents/{name}", (string name, HttpRequest request, IGrainFactory grains) =>
    Answer(grains.GetGrain<IAgentGrain>(name).Delete(User(request))));

await app.StartAsync();
await Seed(app.Services.GetRequiredService<IGrid>());
await app.WaitForShutdownAsync();

static string User(HttpRequest request) => request.Headers["X-User"].ToString();

static async Task<IResult> Answer(Task<Error?> refusal) => await refusal switch
{
    null => Results.NoContent(),
    { Kind: ErrorKind.Denied } denied => Results.Problem(denied.Message, statusCode: denied.DenialStatus),
    { Kind: ErrorKind.NotFound } missing => Results.Problem(missing.Message, statusCode: StatusCodes.Status404NotFound),
    { } other => Results.Problem(other.Message, statusCode: StatusCodes.Status400BadRequest),
};

// Made once; the second start finds it as it is.
static async Task Seed(IGrid grid)
{
    var acme = grid.Organization("acme");
    (await acme.Create(ChangeContext.Service, new CreateOrganization("Acme", "letta", "enterprise", "ada"), default)).Require();
    (await acme.PutMember(ChangeContext.Service, "bob", new MemberAssignment { Role = "analyst" }, default)).Require();
}
