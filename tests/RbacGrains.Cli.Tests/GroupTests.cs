namespace RbacGrains.Cli.Tests;

public sealed class GroupTests
{
    private const string Team = """{"id":"team","organization":"acme","title":"Team","role":"editor","grants":{"knowledge":"read"},"members":2}""";

    private readonly Rbac _rbac = new();

    [Fact]
    public async Task Set_sends_all_that_the_group_is_to_be()
    {
        _rbac.Server.Answers(Team);
        await _rbac.Run("group set acme team --title Team --description Ours --role editor --preset reviewer --grant knowledge=read --if-match 3");
        Assert.Equal($"PUT {Rbac.Address}/v1/organizations/acme/groups/team", _rbac.Server.Requests[0].Line);
        Assert.Equal(
            """{"title":"Team","description":"Ours","role":"editor","preset":"reviewer","grants":{"knowledge":"read"}}""",
            _rbac.Server.Requests[0].Body);
    }

    [Fact]
    public async Task A_group_needs_a_title()
    {
        var outcome = await _rbac.Run("group set acme team");
        Assert.Equal(ExitCodes.Error, outcome.Exit);
        Assert.Empty(_rbac.Server.Requests);
    }

    [Theory]
    [InlineData("group add acme team bob", "PUT", "members/bob", null)]
    [InlineData("group remove acme team bob", "DELETE", "members/bob", "Took bob out of group team of acme.")]
    [InlineData("group delete acme team", "DELETE", "", "Deleted group team of acme.")]
    [InlineData("group show acme team", "GET", "", null)]
    public async Task The_group_and_its_member_are_named_by_the_path(string commandLine, string method, string below, string? sentence)
    {
        _rbac.Server.Answers(Team);
        var outcome = await _rbac.Run(commandLine);
        Assert.Equal(ExitCodes.Success, outcome.Exit);
        Assert.Equal(
            $"{method} {Rbac.Address}/v1/organizations/acme/groups/team{(below.Length > 0 ? "/" : "")}{below}", _rbac.Server.Requests[0].Line);
        if (sentence is not null) Assert.Equal([sentence], outcome.Lines);
    }

    [Fact]
    public async Task Lists_are_tables()
    {
        _rbac.Server.Answers($$"""{"items":[{{Team}}],"next_page_token":""}""");
        Assert.Contains("team", (await _rbac.Run("group list acme")).Lines[^1], StringComparison.Ordinal);
        _rbac.Server.Answers("""{"items":[{"user":"bob","role":"guest","status":"active","email":null,"groups":["team"]}],"next_page_token":""}""");
        Assert.Contains("bob", (await _rbac.Run("group members acme team")).Lines[^1], StringComparison.Ordinal);
    }
}
