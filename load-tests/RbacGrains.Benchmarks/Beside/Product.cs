using System.Collections.Immutable;

namespace RbacGrains.Benchmarks;

/// <summary>A product of the shipped models with an organization, its users, and what every engine is asked about them.</summary>
internal sealed class Product
{
    private const int UsersOfEach = 20;
    private const int LeastCases = 2000;

    private static readonly string[] LettaRoles = ["analyst", "editor", "admin"];

    private Product(string model, IEnumerable<(string Name, Access Access)> holdings, ImmutableArray<string?> projects)
    {
        (Name, Organization) = (model, $"acme-{model}");
        Policy = new Policy(ShippedModels.Load().Find(model)!, "enterprise");
        Holdings = [.. holdings.Select(holding => new Holding(holding.Name, Policy, holding.Access))];
        Users = [.. Holdings.SelectMany(holding => Enumerable.Range(0, UsersOfEach).Select(number => new ProductUser(User(holding, number), holding, holding.Access with { })))];
        Cases = MakeCases(projects);
    }

    public string Name { get; }

    public string Organization { get; }

    public Policy Policy { get; }

    public ImmutableArray<Holding> Holdings { get; }

    public ImmutableArray<ProductUser> Users { get; }

    /// <summary>Every action for every holding, outside and inside of projects, in an order that nothing can foresee.</summary>
    public ImmutableArray<BesideCase> Cases { get; }

    /// <summary>Whether anything is asked within a project.</summary>
    public bool HasProjects => Cases.Any(one => one.Project is not null);

    /// <summary>Three roles over single actions.</summary>
    public static Product Letta() => new(
        "letta", LettaRoles.Select(role => (role, new Access { Role = role })), [null]);

    /// <summary>The admin, the presets, and two with exceptions of their own, one of them with a ceiling in a project.</summary>
    public static Product AgentStudio()
    {
        var model = ShippedModels.Load().Find("agent-studio")!;
        var mixed = HeldMember.AgentStudio().Access;
        return new Product(
            model.Name,
            [
                ("admin", new Access { Role = "admin" }),
                .. model.Presets.Select(preset => (preset.Id, new Access { Role = "member", Grants = preset.Grants })),
                ("mixed", mixed with { Projects = [] }),
                ("mixed-with-ceiling", mixed),
            ],
            [null, Holding.Project, "garden"]);
    }

    private static string User(Holding holding, int number) => $"{holding.Name}-{number:D2}@example.com";

    private ImmutableArray<BesideCase> MakeCases(ImmutableArray<string?> projects)
    {
        var combinations = (
            from holding in Holdings
            from action in Policy.Model.Actions.Names
            from project in projects
            select (Holding: holding, Action: action, Project: project)).ToArray();
        var cases = new List<BesideCase>();
        for (var copy = 0; cases.Count < LeastCases; copy++)
            foreach (var (holding, action, project) in combinations)
                cases.Add(Case(holding, (cases.Count + copy) % UsersOfEach, action, project));
        var ordered = cases.ToArray();
        new Random(1).Shuffle(ordered);
        return [.. ordered];
    }

    private BesideCase Case(Holding holding, int user, string action, string? project)
    {
        var (resource, verb) = Rule.Split(action);
        var allowed = Evaluator.Allows(Policy, holding.Access, action, project, TimeProvider.System);
        return new BesideCase(User(holding, user), holding.Name, resource, verb, action, project, allowed);
    }
}
