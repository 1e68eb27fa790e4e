using System.Text;
using RbacGrains.Api;
using RbacGrains.Embedded;
using RbacGrains.Storage;

namespace RbacGrains.Benchmarks;

/// <summary>A server with the product's API, as its programs serve it, and beside it an endpoint that does nothing.</summary>
internal static class CheckHost
{
    public const string RootKey = "a-root-key-for-benchmarks";

    /// <summary>As long as an answer to a check.</summary>
    private static readonly byte[] Constant = Encoding.UTF8.GetBytes("""{"allowed":true,"reason":"granted","policy_version":1,"access_version":1}""");

    /// <summary>Serves on a free port, says which, and ends with its input.</summary>
    public static async Task Serve()
    {
        var folder = Directory.CreateTempSubdirectory("rbac-benchmark-");
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRbacEmbedded(_ => new EmbeddedOptions
        {
            Storage = new StorageOptions
            {
                Provider = StorageProvider.Sqlite,
                ConnectionString = $"Data Source={Path.Combine(folder.FullName, "rbac.db")}",
            },
        });
        builder.Services.AddRbacApi(options => options.RootKey = RootKey);
        await using (var app = builder.Build())
        {
            app.MapRbacApi();
            app.MapPost("/bare", (RequestDelegate)Bare);
            await app.StartAsync();
            await Fill(app.Services.GetRequiredService<IGrid>());
            await BatchWorld.Fill(app.Services.GetRequiredService<IGrid>());
            Console.WriteLine(app.Urls.First());
            await Console.In.ReadToEndAsync();
            await app.StopAsync();
        }

        folder.Delete(recursive: true);
    }

    private static async Task Bare(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        for (var reading = await reader.ReadAsync(); ; reading = await reader.ReadAsync())
        {
            reader.AdvanceTo(reading.Buffer.End);
            if (reading.IsCompleted) break;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = Constant.Length;
        await context.Response.BodyWriter.WriteAsync(Constant);
    }

    private static async Task Fill(IGrid grid)
    {
        var acme = grid.Organization("acme");
        (await acme.Create(ChangeContext.Service, new CreateOrganization("Acme", "letta", "enterprise", "owner"), CancellationToken.None)).Require();
        for (var member = 0; member < HttpMeasurement.Users; member++)
            (await acme.PutMember(
                ChangeContext.Service, $"user-{member:D3}", new MemberAssignment { Role = "editor" }, CancellationToken.None)).Require();
    }
}
