using RbacGrains.Testing;

namespace RbacGrains.Cli.Tests;

/// <summary><c>rbac db</c>.</summary>
public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_clusters_database_is_migrated_once()
    {
        var command = $"db migrate --grid --provider sqlite --connection DataSource={_directory.File("grid.db")}";

        var first = await new Rbac().Run(command);
        var second = await new Rbac().Run(command);

        Assert.Equal(0, first.Exit);
        Assert.StartsWith("Applied the migrations 1 ", first.Out, StringComparison.Ordinal);
        Assert.Equal("The schema is up to date.\n", second.Out);
    }

    [Fact]
    public async Task The_database_is_the_one_that_a_node_is_configured_with()
    {
        var rbac = new Rbac
        {
            Variables = new(StringComparer.Ordinal)
            {
                ["Rbac__Database__Provider"] = "sqlite",
                ["Rbac__Database__ConnectionString"] = $"Data Source={_directory.File("grid.db")}",
            },
        };

        var outcome = await rbac.Run("db migrate --grid --json");

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("\"applied\"", outcome.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("db migrate --connection Host=db", "--grid")]
    [InlineData("db migrate --grid", "Rbac__Database__ConnectionString")]
    [InlineData("db migrate --grid --provider oracle --connection x", "postgres or sqlite")]
    [InlineData("db migrate --grid --connection Host=127.0.0.1;Port=1;Username=u;Password=p4ss;Timeout=2", "Check that the server is running")]
    [InlineData("db migrate --grid --connection nonsense", "Write it as")]
    public async Task What_cannot_be_is_told(string command, string words)
    {
        var outcome = await new Rbac().Run(command);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("p4ss", outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();
}
