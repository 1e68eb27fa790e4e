using RbacGrains.Standalone;
using RbacGrains.Testing;

namespace RbacGrains.Api.Tests;

/// <summary>The program, from its command line to what it says and its exit code.</summary>
public sealed class StandaloneTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Database => _directory.File("rbac.db");

    [Fact]
    public async Task The_first_start_makes_a_key_that_only_the_account_can_read_and_shows_it_once()
    {
        var first = await Run();
        var file = Database + ".rootkey";
        var key = (await File.ReadAllTextAsync(file)).Trim();
        Assert.Contains(key, first.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        var second = await Run();
        Assert.DoesNotContain(key, second.Output, StringComparison.Ordinal);
        Assert.Contains(file, second.Output, StringComparison.Ordinal);
        Assert.Equal(key, (await File.ReadAllTextAsync(file)).Trim());
    }

    [Fact]
    public async Task A_configured_key_is_neither_kept_nor_shown()
    {
        var run = await Run("--Rbac:RootKey", "a-key-of-the-operator");
        Assert.DoesNotContain("a-key-of-the-operator", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Database + ".rootkey"));
    }

    [Fact]
    public async Task The_demo_fills_an_organization_on_each_model_once_and_prints_calls_that_work()
    {
        var first = await Run(CallDemo, "--demo");
        Assert.Contains("/v1/invitations/accept", first.Output, StringComparison.Ordinal);
        var second = await Run(CallDemo, "--demo");
        Assert.DoesNotContain("/v1/invitations/accept", second.Output, StringComparison.Ordinal);

        async Task CallDemo(HttpClient http, string output)
        {
            Assert.Contains($"curl -s {http.BaseAddress!.ToString().TrimEnd('/')}/v1/check", output, StringComparison.Ordinal);
            Assert.Equal(
                ["acme-agent-studio", "acme-humanloop", "acme-letta"],
                (await Get(http, "/v1/organizations")).Items("id").Order(StringComparer.Ordinal));
            Assert.Equal(
                ["admin", "analyst", "editor", "support"],
                (await Get(http, "/v1/organizations/acme-letta/members")).Items("role").Distinct().Order(StringComparer.Ordinal));
            var studio = (await Get(http, "/v1/organizations/acme-agent-studio/members")).Json["items"]!.AsArray();
            Assert.Equal(
                ["full-developer", "knowledge-editor", "operations-manager", "read-only-reviewer"],
                studio.Select(member => (string?)member!["preset"]).OfType<string>().Distinct().Order(StringComparer.Ordinal));
            foreach (var (organization, people, groups, keys, invitations) in new[]
                { ("acme-letta", 25, 2, 2, 4), ("acme-humanloop", 23, 2, 1, 3), ("acme-agent-studio", 32, 3, 2, 5) })
            {
                Assert.Equal(people, (await Get(http, $"/v1/organizations/{organization}/members")).Items("user").Length);
                Assert.Equal(groups, (await Get(http, $"/v1/organizations/{organization}/groups")).Items("id").Length);
                Assert.Equal(keys, (await Get(http, $"/v1/organizations/{organization}/api_keys")).Items("id").Length);
                Assert.Equal(invitations, (await Get(http, $"/v1/organizations/{organization}/invitations")).Items("status").Length);
            }
        }
    }

    [Fact]
    public async Task Mistakes_in_model_files_are_all_printed_with_their_places()
    {
        var folder = Directory.CreateDirectory(_directory.File("models")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.yaml"), "model: a\nversion: x\nflavour: y\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "b.yaml"), "model: [");
        await File.WriteAllTextAsync(Path.Combine(folder, "letta.yaml"), Model.ShippedModels.Document("letta"));
        var run = await Run("--Rbac:Models", folder);
        Assert.Equal(2, run.ExitCode);
        var lines = run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, line => line.StartsWith(Path.Combine(folder, "a.yaml:2:10: "), StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith(Path.Combine(folder, "a.yaml:3:1: "), StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith(Path.Combine(folder, "b.yaml:"), StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith(Path.Combine(folder, "letta.yaml:1:1: The model 'letta' is there already"), StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Matches(@"\.yaml:\d+:\d+: ", line));
    }

    [Fact]
    public async Task A_model_of_the_operators_own_is_served_beside_the_shipped_ones()
    {
        var folder = Directory.CreateDirectory(_directory.File("models")).FullName;
        var document = Model.ShippedModels.Document("letta")!.Replace("model: letta", "model: mine", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "mine.yaml"), document);
        var run = await Run(
            async (http, _) => Assert.Equal(["agent-studio", "humanloop", "letta", "mine"], (await Get(http, "/v1/models")).Items("model")),
            "--Rbac:Models", folder);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData(2, "sqlite or postgres", "--Rbac:Provider", "oracle")]
    [InlineData(2, "Rbac:Database", "--Rbac:Provider", "postgres", "--Rbac:Database", "")]
    [InlineData(2, "does not exist", "--Rbac:Models", "/no/such/folder")]
    [InlineData(1, "does not exist", "--Rbac:Database", "Data Source=/no/such/folder/rbac.db", "--Rbac:RootKey", "a-key-of-the-operator")]
    [InlineData(1, "SQLite", "--Rbac:Database", "nonsense", "--Rbac:RootKey", "a-key-of-the-operator")]
    [InlineData(1, "PostgreSQL", "--Rbac:Provider", "postgres", "--Rbac:Database", "Host=127.0.0.1;Port=1;Username=u;Password=p4ss;Timeout=2",
        "--Rbac:RootKey", "a-key-of-the-operator")]
    [InlineData(1, "nonsense", "--urls", "nonsense")]
    public async Task What_keeps_it_from_starting_is_one_line_and_an_exit_code(int exitCode, string words, params string[] args)
    {
        var run = await Run(args);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("p4ss", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_file_and_a_port_in_use_are_refused()
    {
        await Run(async (http, _) =>
        {
            var onFile = await Run();
            Assert.Equal(1, onFile.ExitCode);
            Assert.Contains("in use by another process", onFile.Error, StringComparison.Ordinal);

            var elsewhere = $"Data Source={_directory.File("other.db")}";
            var onPort = await Run("--Rbac:Database", elsewhere, "--urls", http.BaseAddress!.ToString());
            Assert.Equal(1, onPort.ExitCode);
            Assert.Contains("address already in use", onPort.Error, StringComparison.Ordinal);
            Assert.Single(onPort.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        });
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_restart()
    {
        await Run(async (http, _) =>
        {
            var body = """{"name":"Acme","model":"letta","plan":"free","owner":"ada"}""";
            (await Call.Send(http, "PUT", "/v1/organizations/acme", body, ("Authorization", Key()))).ShouldBe(201);
        });
        await Run(async (http, _) => Assert.Equal("admin", (await Get(http, "/v1/organizations/acme/members/ada")).String("role")));
    }

    public void Dispose() => _directory.Dispose();

    private string Key() => $"Bearer {File.ReadAllText(Database + ".rootkey").Trim()}";

    private async Task<Reply> Get(HttpClient http, string path) =>
        (await Call.Send(http, "GET", path, null, ("Authorization", Key()))).ShouldBe(200);

    private Task<Ended> Run(params string[] args) => Run((_, _) => Task.CompletedTask, args);

    /// <summary>Runs the program until it serves, makes some calls, and stops it.</summary>
    private async Task<Ended> Run(Func<HttpClient, string, Task> calls, params string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var output = new ServingWriter();
        using var error = new StringWriter();
        string[] defaults = ["--urls", "http://127.0.0.1:0", "--Rbac:Database", $"Data Source={Database}", "--Logging:LogLevel:Default", "None"];
        var running = StandaloneServer.Run([.. defaults, .. args], output, error, stop.Token);
        if (await Task.WhenAny(running, output.Serving) != running)
        {
            using var http = new HttpClient { BaseAddress = new Uri(output.Url) };
            await calls(http, output.ToString());
            await stop.CancelAsync();
        }

        return new Ended(await running, output.ToString(), error.ToString());
    }

    private sealed record Ended(int ExitCode, string Output, string Error);

    /// <summary>Says when the program has said all that it has to say.</summary>
    private sealed class ServingWriter : StringWriter
    {
        private readonly TaskCompletionSource _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Serving => _serving.Task;

        public string Url => ToString().Split(' ')[2];

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _serving.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
