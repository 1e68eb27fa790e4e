using RbacGrains.Testing;

namespace RbacGrains.Cli.Tests;

public sealed class ConnectionTests
{
    private readonly Rbac _rbac = new();

    [Fact]
    public async Task Without_options_the_server_is_on_this_machine()
    {
        _rbac.Variables.Clear();
        await Ask("org show acme");
        Assert.Equal("GET http://127.0.0.1:5080/v1/organizations/acme", _rbac.Server.Requests[0].Line);
        Assert.DoesNotContain("Authorization", _rbac.Server.Requests[0].Headers.Keys);
    }

    [Theory]
    [InlineData("--server https://rbac.example/base --key k2 org show acme")]
    [InlineData("org show acme --server https://rbac.example/base/ --key k2")]
    public async Task Options_win_over_the_environment_wherever_they_stand(string commandLine)
    {
        await Ask(commandLine);
        Assert.Equal("GET https://rbac.example/base/v1/organizations/acme", _rbac.Server.Requests[0].Line);
        Assert.Equal("Bearer k2", _rbac.Server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_key_file_may_end_its_line()
    {
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "key");
        await File.WriteAllTextAsync(file, "from-file\n");
        _rbac.Variables.Remove("RBAC_KEY");
        _rbac.Variables["RBAC_KEY_FILE"] = file;
        await Ask("org show acme");
        Assert.Equal("Bearer from-file", _rbac.Server.Requests[0].Headers["Authorization"]);
    }

    [Theory]
    [InlineData("--server nonsense")]
    [InlineData("--server ftp://host")]
    [InlineData("--key-file /nonexistent/key")]
    [InlineData("--key-file /dev/null")]
    public async Task What_cannot_be_asked_is_an_error_of_one_line(string options)
    {
        var outcome = await _rbac.Run($"org show acme {options}");
        Assert.Equal(2, outcome.Exit);
        Assert.StartsWith("error: ", outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private Task<Outcome> Ask(string commandLine)
    {
        _rbac.Server.Answers("{}");
        return _rbac.Run(commandLine);
    }
}
