using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using RbacGrains.Testing;

namespace RbacGrains.Leases.Tests;

/// <summary>
/// The guarantee that leases exist for, across processes: what a client answers is never older than what was acknowledged before it was asked.
/// </summary>
public sealed class StalenessTests
{
    private const int Clients = 2;
    private const int Paused = 1;

    [Fact]
    public async Task No_client_answers_from_before_a_change_that_was_acknowledged_and_none_without_the_service()
    {
        using var folder = new TemporaryDirectory();
        var path = folder.File("board");
        using var board = new Board(path);
        using var server = Child.Server(folder.Path);
        var address = await server.Address;
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Checker.Key);
        await Put(http, $"/v1/organizations/{Checker.Organization}", """{"name":"Acme","model":"letta","plan":"free","owner":"owner"}""");
        for (var user = 0; user < Board.Users; user++) await Change(http, board, user, allows: true);

        var clients = Enumerable.Range(0, Clients).Select(number => Child.Client(address, path, number)).ToList();
        try
        {
            for (var number = 0; number < Clients; number++) await Decides(board, number);
            var random = new Random(1);

            // Changes while both check without pause.
            for (var change = 0; change < 400; change++) await Change(http, board, random.Next(Board.Users), random.Next(2) == 0);
            AssertNothingIsStale(board, clients);

            // Changes while one of them is paused: each waits for its lease at most, and what it holds is void when it goes on.
            for (var round = 0; round < 2; round++)
            {
                await clients[Paused].Signal("STOP");
                for (var user = 0; user < Board.Users; user++) await Change(http, board, user, random.Next(2) == 0);
                await clients[Paused].Signal("CONT");
                await Decides(board, Paused);
                await Decides(board, 0);
                AssertNothingIsStale(board, clients);
            }

            // Without the service what is held answers until the lease has run out, and nothing answers afterwards.
            await server.Signal("KILL");
            for (var number = 0; number < Clients; number++) await Grows(board, number, Board.Column.Refused);
            var decided = Enumerable.Range(0, Clients).Select(number => board.Count(number, Board.Column.Decided)).ToList();
            for (var number = 0; number < Clients; number++) await Grows(board, number, Board.Column.Refused);
            Assert.Equal(decided, Enumerable.Range(0, Clients).Select(number => board.Count(number, Board.Column.Decided)));
            AssertNothingIsStale(board, clients);

            for (var number = 0; number < Clients; number++) board.Count(number, Board.Column.Stop, 1);
            await Task.WhenAll(clients.Select(client => client.WaitForExit()));
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    // From the answer on, every check has to know of it.
    private static async Task Change(HttpClient http, Board board, int user, bool allows)
    {
        var role = allows ? "editor" : "analyst";
        var member = await Put(http, $"/v1/organizations/{Checker.Organization}/members/{Board.User(user)}", $$"""{"role":"{{role}}"}""");
        board.Acknowledge(user, member.GetProperty("access_version").GetInt64(), allows);
    }

    private static async Task<JsonElement> Put(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PutAsync(new Uri(path, UriKind.Relative), content);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task Decides(Board board, int client) => Grows(board, client, Board.Column.Decided, by: 10_000);

    private static async Task Grows(Board board, int client, Board.Column column, long by = 20)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var end = board.Count(client, column) + by;
        while (board.Count(client, column) < end) await Task.Delay(10, patience.Token);
    }

    private static void AssertNothingIsStale(Board board, List<Child> clients)
    {
        for (var number = 0; number < Clients; number++)
            Assert.True(board.Count(number, Board.Column.Stale) == 0, clients[number].Said);
    }
}
