namespace RbacGrains.Model.Tests;

public sealed class MatrixRenderingTests
{
    private static readonly RoleMatrix Awkward = new(
        [new Role { Id = "a", Title = "Ann \"A\" Lee" }, new Role { Id = "b", Title = "Bo | Co" }],
        [new RoleMatrixRow("Read, write", ["x:y"], [KeyValuePair.Create("a", true), KeyValuePair.Create("b", false)])]);

    [Fact]
    public void CSV_quotes_what_RFC_4180_asks_to_quote_and_ends_lines_in_CR_LF() =>
        Assert.Equal(
            "Permission,\"Ann \"\"A\"\" Lee\",Bo | Co\r\n\"Read, write\",true,false\r\n", Awkward.ToCsv());

    [Fact]
    public void Markdown_escapes_what_would_end_a_cell() =>
        Assert.Equal(
            "| Permission | Ann \"A\" Lee | Bo \\| Co |\n| --- | :---: | :---: |\n| Read, write | ✓ |  |\n", Awkward.ToMarkdown());

    [Fact]
    public void A_role_misses_a_row_when_it_misses_one_action_of_it()
    {
        var row = Shipped.Letta.Matrix.Single(row => row.Row == "Create/read API keys");
        var model = Shipped.Letta with { Matrix = [row with { Actions = [.. row.Actions, "api_keys:delete"] }] };

        Assert.Equal([("analyst", false), ("editor", false), ("admin", true)],
            RoleMatrix.Of(model).Rows[0].Roles.Select(role => (role.Key, role.Value)));
    }
}
