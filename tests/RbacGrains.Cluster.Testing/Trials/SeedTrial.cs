namespace RbacGrains.Cluster.Testing;

/// <summary>The three products' role tables: set up through one node, checked cell by cell through the others.</summary>
internal static class SeedTrial
{
    /// <summary>Runs the trial.</summary>
    /// <returns>How many decisions were compared, and those that were not as the model's table says.</returns>
    public static async Task<(int Checked, IReadOnlyList<string> Wrong)> Run(IReadOnlyList<NodeApi> nodes)
    {
        var (count, wrong) = (0, new List<string>());
        foreach (var name in ShippedModels.Names)
        {
            var matrix = RoleMatrix.Of(ShippedModels.Load().Find(name)!);
            await nodes[0].CreateOrganization($"seed-{name}", name);
            foreach (var role in matrix.Roles)
                (await nodes[0].PutMember($"seed-{name}", $"a-{role.Id}", $$"""{"role":"{{role.Id}}"}""")).Require();
            foreach (var row in matrix.Rows)
                foreach (var (role, holds) in row.Roles)
                    foreach (var node in nodes.Skip(1))
                    {
                        count++;
                        var decisions = await Task.WhenAll(row.Actions.Select(action => node.IsAllowed($"seed-{name}", $"a-{role}", action)));
                        if (decisions.All(allowed => allowed) != holds)
                            wrong.Add($"{name}: '{row.Row}' for {role} is {!holds}, and has to be {holds}.");
                    }
        }
        return (count, wrong);
    }
}
