namespace RbacGrains.Model.Tests.Reading;

public sealed class ModelReaderTests
{
    [Fact]
    public void A_document_without_mistakes_becomes_the_model_that_it_describes()
    {
        var model = ModelReader.Read(Mistakes.Document).Model!;

        Assert.Equal(("shop", 3, "Shop", 401, Inheritance.Cap, "clerk"),
            (model.Name, model.Version, model.Title, model.DenialStatus, model.Inheritance, model.DefaultRole));
        Assert.Equal(["stock", "stock/shelves", "stock/prices", "reports"], model.AreaTable.All.Select(area => area.Id));
        Assert.Equal(
            ["orders:read", "orders:refund", "keys:create", "stock:view", "stock:change", "stock/shelves:view", "stock/shelves:change",
                "stock/prices:view", "stock/prices:change", "reports:view", "reports:change"],
            model.Actions.Names.AsEnumerable());
        Assert.Equal(model.Actions.Resolve("stock/shelves:view"), model.Actions.Resolve("stock/labels:view"));
        Assert.Equal("orders:read=allow, stock/shelves:view=allow", model.FindRole("auditor")!.Grants.ToString());
        Assert.Equal("reports=none, stock=look", model.FindPreset("night-shift")!.Grants.ToString());
        Assert.Equal("refunds", Assert.Single(model.Gates).Id);
        Assert.Equal(8, model.Matrix[1].Actions.Length);
        Assert.Equal("keys:create", model.Administration[AdministrativeOperation.ChangeMembers]);
    }

    [Theory]
    [MemberData(nameof(Mistakes.Each), MemberType = typeof(Mistakes))]
    public void A_mistake_is_reported_once_where_it_stands_with_what_would_be_right(
        string replaced, string by, string at, string message, string remedy)
    {
        Assert.Contains(replaced, Mistakes.Document, StringComparison.Ordinal);
        var yaml = Mistakes.Document.Replace(replaced, by, StringComparison.Ordinal);

        var reading = ModelReader.Read(yaml);

        Assert.Null(reading.Model);
        var problem = Assert.Single(reading.Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(PlaceOf(at, yaml), (problem.Line, problem.Column));
    }

    [Fact]
    public void Every_mistake_of_a_document_is_reported_at_once_in_its_order()
    {
        const string Yaml =
            """
            model: Shop
            version: 1.5
            plans: []
            resources:
              orders: [read, Refund]
            roles:
              - { role: clerk, title: Clerk, actions: [orders:write], colour: red }
              - { title: Nobody }
            gates:
              - { title: Refunds, actions: [orders:refunds], plans: [paid] }
            denial_status: 500
            """;

        var problems = ModelReader.Read(Yaml).Problems;

        Assert.Equal(
            [
                (1, 1, "The document has no 'title'."),
                (1, 8, "'Shop' cannot name a model."),
                (2, 10, "'version' of the document is '1.5'."),
                (3, 1, "The model has no plan."),
                (5, 18, "'Refund' cannot name a verb."),
                (7, 44, "The role 'clerk' refers to the action 'orders:write', which the model does not have."),
                (7, 59, "The role 'clerk' has the unknown key 'colour'."),
                (8, 5, "The role 'Nobody' has no 'role'."),
                (10, 33, "The gate 'Refunds' refers to the action 'orders:refunds', which the model does not have."),
                (10, 58, "The gate 'Refunds' refers to the plan 'paid', which the model does not have."),
                (11, 16, "'denial_status' is '500', and a denial is answered by 401 or 403."),
            ],
            problems.Select(problem => (problem.Line, problem.Column, problem.Message)));
        Assert.All(problems, problem => Assert.NotEmpty(problem.Remedy));
    }

    [Fact]
    public void Under_cascade_a_sub_area_may_be_set_above_its_parent()
    {
        var yaml = Mistakes.Document
            .Replace("inheritance: cap", "inheritance: cascade", StringComparison.Ordinal)
            .Replace("{ stock: work, stock/shelves: look }", "{ stock: look, stock/shelves: work }", StringComparison.Ordinal);

        Assert.Empty(ModelReader.Read(yaml).Problems);
    }

    [Fact]
    public void References_are_not_called_wrong_while_what_they_refer_to_cannot_be_read()
    {
        var yaml = Mistakes.Document.Replace("  - { plan: paid, title: Paid }", "  - paid", StringComparison.Ordinal);

        Assert.Equal("A plan is text, not a mapping.", Assert.Single(ModelReader.Read(yaml).Problems).Message);
    }

    private static (int Line, int Column) PlaceOf(string marker, string yaml)
    {
        var index = yaml.IndexOf(marker, StringComparison.Ordinal);
        Assert.True(index >= 0, $"'{marker}' is not in the document.");
        var before = yaml[..index];
        return (before.Count(character => character == '\n') + 1, index - before.LastIndexOf('\n'));
    }
}
