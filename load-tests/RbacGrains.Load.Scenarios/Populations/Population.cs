using System.Globalization;

namespace RbacGrains.Load.Scenarios;

/// <summary>Organizations of one model with members, made for a run under names of its own. Of each member the kind is known, and stays.</summary>
internal sealed class Population
{
    private const int AtOnce = 64;

    private readonly string[][] _members;
    private readonly string[] _organizations;

    /// <summary>The names; nothing is made yet.</summary>
    /// <param name="name">What all names begin with.</param>
    /// <param name="use">How organizations are filled.</param>
    /// <param name="size">How many there are.</param>
    public Population(string name, ModelUse use, PopulationSize size)
    {
        (Name, Use, Size) = (name, use, size);
        _organizations = [.. Enumerable.Range(0, size.Organizations).Select(number => string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"))];
        _members =
        [
            .. _organizations.Select(organization => Enumerable.Range(0, size.Members)
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"{organization}-user-{number}")).ToArray()),
        ];
    }

    /// <summary>What all names begin with.</summary>
    public string Name { get; }

    /// <summary>How organizations are filled.</summary>
    public ModelUse Use { get; }

    /// <summary>How many there are.</summary>
    public PopulationSize Size { get; }

    /// <summary>The organization of a number, which wraps around.</summary>
    public string Organization(long number) => _organizations[number % Size.Organizations];

    /// <summary>The first admin of an organization, who stays one.</summary>
    public string Owner(long organization) => $"{Organization(organization)}-owner";

    /// <summary>The member of a number in the organization of a number; both wrap around.</summary>
    public string Member(long organization, long number) => _members[organization % Size.Organizations][number % Size.Members];

    /// <summary>The kind of the member of a number.</summary>
    public int KindOf(long number) => Use.Pattern[(int)(number % Size.Members % Use.Pattern.Length)];

    /// <summary>Any organization, any of its members, and their kind.</summary>
    public (string Organization, string Member, int Kind) Any(VirtualUser user) => AnyIn(user, user.Random.Next(Size.Organizations));

    /// <summary>Any member of an organization, and their kind.</summary>
    public (string Organization, string Member, int Kind) AnyIn(VirtualUser user, int organization)
    {
        var number = user.Random.Next(Size.Members);
        return (_organizations[organization], _members[organization][number], KindOf(number));
    }

    /// <summary>Makes everything.</summary>
    public async Task Make(IGrid grid, CancellationToken cancellationToken)
    {
        var all = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, Size.Organizations, all, async (number, stop) => (await grid.Organization(Organization(number)).Create(
            ChangeContext.Service, new CreateOrganization($"Load {number}", Use.Model, "enterprise", Owner(number)), stop)).Require());
        // One after another in an organization, and many organizations at once, would be many at once all the same.
        await Parallel.ForAsync(0L, Size.Users, all, async (place, stop) =>
        {
            var (organization, number) = (place % Size.Organizations, place / Size.Organizations);
            (await grid.Organization(Organization(organization)).PutMember(
                ChangeContext.Service, Member(organization, number), Use.Kinds[KindOf(number)], stop)).Require();
        });
    }
}

/// <summary>How many organizations there are, and members.</summary>
/// <param name="Organizations">How many organizations; at least 1.</param>
/// <param name="Members">How many members each has, beside its owner; at least 1.</param>
internal sealed record PopulationSize(int Organizations, int Members)
{
    /// <summary>All members of all organizations.</summary>
    public long Users => (long)Organizations * Members;
}
