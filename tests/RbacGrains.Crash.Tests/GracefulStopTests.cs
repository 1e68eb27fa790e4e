using System.Net;
using RbacGrains.Testing;

namespace RbacGrains.Crash.Tests;

public sealed class GracefulStopTests
{
    private const int UnderWay = 16;

    [Fact]
    public async Task Asked_to_stop_under_load_the_program_answers_what_is_under_way_and_ends_with_zero()
    {
        using var folder = new TemporaryDirectory();
        var database = new ServerDatabase("sqlite", $"Data Source={folder.File("rbac.db")}", folder.Path);
        var ledger = new Ledger();
        using (var server = ServerProcess.Start(database))
        {
            using var api = new ApiClient(await server.WaitReady());
            await ledger.Send(api, new Changes(ledger, new Random(1)).Create(Round.Main, "letta"));
            var load = new Round(0, api, ledger, 1).Run();
            await ledger.WaitFor(50);

            // The program has begun with each of these, and waits for the rest of its body.
            var held = Enumerable.Range(0, UnderWay).Select(_ => new HeldBody("""{"role":"analyst"}""")).ToList();
            var answers = held.Select((body, number) => api.Send(Put(number, body))).ToList();
            await Task.WhenAll(held.Select(body => body.Begun));

            await server.Terminate();
            await load; // It ends when the program takes no more.
            held.ForEach(body => body.Release());
            foreach (var answer in await Task.WhenAll(answers))
            {
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                answer.Dispose();
            }

            Assert.True(await server.WaitForExit() == 0, server.Said);
        }

        using var next = ServerProcess.Start(database);
        using var reader = new ApiClient(await next.WaitReady());
        for (var number = 0; number < UnderWay; number++)
            Assert.NotNull(await reader.Find($"/v1/organizations/{Round.Main}/members/held-{number}"));
        AuditChecks.Check(
            [.. ledger.Changes.Where(change => change.Organization == Round.Main)], await AuditChecks.Read(reader, Round.Main));
    }

    private static HttpRequestMessage Put(int number, HttpContent body) => new(
        HttpMethod.Put, new Uri($"/v1/organizations/{Round.Main}/members/held-{number}", UriKind.Relative))
    {
        Content = body,
        Headers = { ExpectContinue = true },
    };
}
