using System.Collections.Immutable;

namespace RbacGrains.LoadTests;

/// <summary>A hundred checks of a random member in one call.</summary>
internal sealed class BatchScenario(World world) : IScenario
{
    private const int Batch = 100;

    /// <inheritdoc/>
    public string Name => "batch";

    /// <inheritdoc/>
    public async ValueTask<string?> Run(int worker, long number)
    {
        var (organization, member) = (Random.Shared.Next(world.Organizations), Random.Shared.Next(world.Members));
        var checks = ImmutableArray.CreateBuilder<CheckRequest>(Batch);
        for (var check = 0; check < Batch; check++)
            checks.Add(new CheckRequest(world.Organization(organization), check % 2 == 0 ? "agents:read" : "agents:create", null));
        var answers = await world.Grid.User(world.Member(organization, member))
            .CheckMany(Caller.Service, checks.MoveToImmutable(), CancellationToken.None);
        for (var check = 0; check < Batch; check++)
        {
            if (!answers[check].Succeeded) return answers[check].Error!.Code;
            if (answers[check].Value.Allowed != (check % 2 == 0)) return "wrong_answer";
        }
        return null;
    }
}
