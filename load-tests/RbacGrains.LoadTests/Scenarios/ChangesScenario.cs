namespace RbacGrains.LoadTests;

/// <summary>Changes of roles, each worker's of members of its own, all over the organizations.</summary>
internal sealed class ChangesScenario(World world) : IScenario
{
    /// <inheritdoc/>
    public string Name => "changes";

    /// <inheritdoc/>
    public async ValueTask<string?> Run(int worker, long number)
    {
        var organization = worker + number;
        // One member's roles take turns, so that every change is one.
        var round = number / world.Organizations;
        var changed = await world.Grid.Organization(world.Organization(organization)).AssignRole(
            ChangeContext.Service, world.Member(organization, worker), round % 2 == 0 ? "editor" : "analyst");
        return changed.Error?.Code;
    }
}
