using RbacGrains.Testing;

namespace RbacGrains.Cli.Tests;

public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Rbac _rbac = new();

    [Theory]
    [InlineData("")]
    [InlineData(" --grid")]
    public async Task Migrating_says_what_it_applied_and_then_that_nothing_is_left(string whose)
    {
        _rbac.Variables["RBAC_DATABASE"] = $"Data Source={_directory.File("rbac.db")}";
        Assert.StartsWith("The schema is at version 0;", (await _rbac.Run("db status --provider sqlite" + whose)).Out, StringComparison.Ordinal);

        var first = await _rbac.Run("db migrate --provider sqlite" + whose);
        Assert.Equal(0, first.Exit);
        Assert.StartsWith("Applied migration 1 (", first.Out, StringComparison.Ordinal);
        Assert.EndsWith("The schema is up to date.\n", first.Out, StringComparison.Ordinal);

        Assert.Equal(new Outcome(0, "The schema is up to date; nothing was applied.\n", ""), await _rbac.Run("db migrate --provider sqlite" + whose));
        Assert.EndsWith("which is the newest.\n", (await _rbac.Run("db status --provider sqlite" + whose)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_of_another_server_is_an_error()
    {
        _rbac.Variables["RBAC_DATABASE"] = $"Data Source={_directory.File("rbac.db")}";
        await _rbac.Run("db migrate --provider sqlite");

        var outcome = await _rbac.Run("db migrate --provider sqlite --grid");

        Assert.Equal(2, outcome.Exit);
        Assert.StartsWith("error: wrong_schema: This is the database of a standalone server", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("db migrate --provider sqlite", "RBAC_DATABASE")]
    [InlineData("db migrate --provider oracle --connection x", "oracle")]
    [InlineData("db status --provider postgres --connection Host=/nowhere;Database=d;Username=u;Password=secret", "database_unavailable")]
    public async Task A_database_that_cannot_be_used_is_an_error_without_its_password(string commandLine, string expected)
    {
        var outcome = await _rbac.Run(commandLine);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();
}
