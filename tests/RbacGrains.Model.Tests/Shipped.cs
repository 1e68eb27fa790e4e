namespace RbacGrains.Model.Tests;

/// <summary>The shipped models, read once.</summary>
internal static class Shipped
{
    private static readonly ModelCatalog Catalog = ShippedModels.Load();

    public static AuthorizationModel Letta => Catalog.Find("letta")!;

    public static AuthorizationModel Humanloop => Catalog.Find("humanloop")!;

    public static AuthorizationModel AgentStudio => Catalog.Find("agent-studio")!;
}
