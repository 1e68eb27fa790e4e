namespace RbacGrains.Model.Tests;

public sealed class ShippedModelsTests
{
    [Theory]
    [InlineData("letta", 401)]
    [InlineData("humanloop", 403)]
    [InlineData("agent-studio", 403)]
    public void Each_shipped_model_reads_without_problems_and_says_how_a_denial_is_answered(string name, int denialStatus)
    {
        var reading = ModelReader.Read(ShippedModels.Document(name)!);

        Assert.Empty(reading.Problems);
        Assert.Equal(name, reading.Model!.Name);
        Assert.Equal(denialStatus, reading.Model.DenialStatus);
        Assert.Equal(["free", "enterprise"], reading.Model.Plans.Select(plan => plan.Id));
    }

    [Fact]
    public void The_catalog_holds_the_three_models_of_the_pages_by_name() =>
        Assert.Equal(["agent-studio", "humanloop", "letta"], ShippedModels.Load().All.Select(model => model.Name));

    [Fact]
    public void A_model_that_is_not_shipped_has_no_document() => Assert.Null(ShippedModels.Document("letter"));

    [Fact]
    public void Every_administrative_operation_of_a_shipped_model_needs_an_action_of_it() =>
        Assert.All(
            ShippedModels.Load().All,
            model => Assert.Equal(Enum.GetValues<AdministrativeOperation>().Order(), model.Administration.Keys));
}
