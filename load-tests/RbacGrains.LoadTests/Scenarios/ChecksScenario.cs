namespace RbacGrains.LoadTests;

/// <summary>Checks of random members: 99 of 100 operations are a single check, one asks for 20 at once, as a page of an application does.</summary>
internal sealed class ChecksScenario(World world) : IScenario
{
    private const int BatchEvery = 100;
    private const int Batch = 20;

    /// <inheritdoc/>
    public string Name => "checks";

    /// <inheritdoc/>
    public async ValueTask<string?> Run(int worker, long number)
    {
        var (organization, member) = (Random.Shared.Next(world.Organizations), Random.Shared.Next(world.Members));
        var user = world.Grid.User(world.Member(organization, member));
        if (number % BatchEvery != BatchEvery - 1)
        {
            var answer = await user.Check(world.Organization(organization), number % 2 == 0 ? "agents:read" : "agents:create");
            if (answer.Succeeded && answer.Value.Allowed != (number % 2 == 0)) return "wrong_answer";
            return answer.Error?.Code;
        }
        var answers = await user.CheckMany(
            Caller.Service, [.. Enumerable.Repeat(new CheckRequest(world.Organization(organization), "agents:read", null), Batch)], CancellationToken.None);
        return answers.FirstOrDefault(answer => !answer.Succeeded)?.Error?.Code;
    }
}
