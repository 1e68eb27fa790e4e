using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RbacGrains.Core;

namespace RbacGrains.Api.Tests;

public sealed class HealthTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_service_with_an_open_grid_is_live_and_ready()
    {
        foreach (var path in new[] { "/health/live", "/health/ready" })
            Assert.Equal("""{"status":"ok","detail":null}""", (await server.Send("GET", path)).ShouldBe(200).Text);
    }

    [Fact]
    public async Task A_service_whose_grid_has_not_opened_is_live_but_not_ready()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(RbacGrains.Model.ShippedModels.Load());
        builder.Services.AddSingleton<IGrid>(_ => throw new InvalidOperationException("It is not open yet."));
        builder.Services.AddRbacApi(options => options.RootKey = ApiServer.RootKey);
        await using var app = builder.Build().MapRbacApi();
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (await Call.Send(http, "GET", "/health/live", null)).ShouldBe(200);
        var ready = (await Call.Send(http, "GET", "/health/ready", null)).ShouldBe(503);
        Assert.Equal("unavailable", ready.String("status"));

        // A failure of the service itself is a problem like any other, and gives nothing away.
        var failed = (await Call.Send(http, "GET", "/v1/organizations", null, ("Authorization", $"Bearer {ApiServer.RootKey}")))
            .ShouldBeProblem(500, "internal_error");
        Assert.DoesNotContain("open", failed.Text, StringComparison.Ordinal);
    }
}
