namespace RbacGrains.LoadTests;

/// <summary>Organizations with members, made for a run under names of its own.</summary>
/// <param name="Grid">Where they are.</param>
/// <param name="Name">What all their names begin with.</param>
/// <param name="Organizations">How many.</param>
/// <param name="Members">How many members each has, beside its owner.</param>
internal sealed record World(IGrid Grid, string Name, int Organizations, int Members)
{
    private const int AtOnce = 16;

    /// <summary>The organization of a number, which wraps around.</summary>
    public string Organization(long number) => $"{Name}-{number % Organizations}";

    /// <summary>The member of a number in the organization of a number; both wrap around.</summary>
    public string Member(long organization, long number) => $"{Name}-{organization % Organizations}-user-{number % Members}";

    /// <summary>Makes them.</summary>
    public async Task Make()
    {
        for (var organization = 0; organization < Organizations; organization++)
        {
            var place = Grid.Organization(Organization(organization));
            (await place.Create(
                ChangeContext.Service, new CreateOrganization(Name, "letta", "enterprise", "owner"), CancellationToken.None)).Require();
            var members = Enumerable.Range(0, Members).Select(number => (place, user: Member(organization, number)));
            await Parallel.ForEachAsync(members, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, cancellationToken) =>
                (await one.place.PutMember(
                    ChangeContext.Service, one.user, new MemberAssignment { Role = "analyst" }, cancellationToken)).Require());
        }
    }
}
