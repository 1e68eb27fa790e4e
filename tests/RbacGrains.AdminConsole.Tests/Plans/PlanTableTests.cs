using RbacGrains.Contract.Tests;

namespace RbacGrains.AdminConsole.Tests.Plans;

/// <summary>What plans offer.</summary>
public sealed class PlanTableTests
{
    [Fact]
    public void Roles_and_features_are_told_apart_by_plan()
    {
        var model = ContractModels.Catalog.Find("agent-studio")!;
        var table = PlanTable.Of(model, model.Roles);

        Assert.Equal(["Free", "Enterprise"], table.Plans.Select(plan => plan.Title));
        var assistant = Assert.Single(table.Rows, row => row.Group == "Features");
        Assert.Equal(("Studio Assistant", "For Admin only"), (assistant.Title, assistant.Detail));
        Assert.Equal([false, true], assistant.Offered.AsEnumerable());
    }

    [Fact]
    public void What_a_smaller_plan_does_not_offer_is_withdrawn()
    {
        var model = ContractModels.Catalog.Find("humanloop")!;

        var withdrawn = PlanTable.Withdrawn(model.Roles, "enterprise", "free");

        Assert.NotEmpty(withdrawn);
        Assert.All(withdrawn, role => Assert.DoesNotContain("free", role.Plans));
        Assert.Empty(PlanTable.Withdrawn(model.Roles, "free", "enterprise"));
    }
}
