using System.Collections.Immutable;
using RbacGrains.Load;

namespace RbacGrains.Benchmarks;

/// <summary>An organization by a model of some size, with roles of its own and a few members.</summary>
internal sealed class PolicyWorld : IAsyncDisposable
{
    private const int Asked = 16;
    private const int Decisions = 10_000;
    private const int ModelRoles = 2;

    // So many areas, at one of two levels each, make a member's grants others than everybody else's.
    private const int Differing = 12;

    private readonly SeededStore _store;
    private readonly SeededGrid _grid;
    private readonly SeededOrganization _organization;
    private readonly string _document;
    private readonly Policy _policy;
    private readonly Access _access;
    private readonly ImmutableArray<string> _actions;
    private readonly ImmutableArray<ActionHandle> _handles;

    private PolicyWorld(SeededStore store, SeededGrid grid, SeededOrganization organization, AuthorizationModel model, string document)
    {
        (_store, _grid, _organization, _document) = (store, grid, organization, document);
        _policy = new Policy(model, "enterprise", 1, organization.CustomRoles);
        _access = new Access { Role = GeneratedModel.Role(1) };
        _actions = [.. Enumerable.Range(0, Asked).Select(number => model.Actions.Names[(int)((long)number * (model.Actions.Count - 1) / (Asked - 1))])];
        _handles = [.. _actions.Select(model.Actions.Resolve)];
    }

    /// <summary>Makes one.</summary>
    /// <param name="areas">How many areas the model has.</param>
    /// <param name="customRoles">How many roles the organization has beside the model's two.</param>
    /// <param name="document">The document whose reading is measured.</param>
    public static async Task<PolicyWorld> Make(int areas, int customRoles, string document)
    {
        var model = GeneratedModel.Read(GeneratedModel.Write(areas, ModelRoles));
        var organization = new SeededOrganization(
            "acme", 4, GeneratedModel.Name, number => new Access { Role = number == 0 ? GeneratedModel.Role(0) : GeneratedModel.Role(1) })
        {
            CustomRoles = [.. Enumerable.Range(ModelRoles, customRoles).Select(number => Custom(number, areas)).OrderBy(role => role.Id, StringComparer.Ordinal)],
        };
        var store = await SeededStore.Write(organization);
        var grid = await SeededGrid.Open(store, new ModelCatalog([model]));
        return new PolicyWorld(store, grid, organization, model, document);
    }

    /// <summary>Measures what depends on roles or areas.</summary>
    /// <param name="sizes">The sizes, and what there is at each.</param>
    /// <param name="document">What the document is called whose reading is measured.</param>
    public static async Task<IReadOnlyList<GrowthLine>> Measure(IReadOnlyList<(double Size, PolicyWorld World)> sizes, string document)
    {
        var turns = new GrowthTurns<PolicyWorld>(sizes);
        await turns.Time("decision by handle", 60, 40, (world, _) => world.DecideByHandle(), each: Decisions);
        await turns.Time("decision by strings", 60, 10, (world, _) => world.DecideByStrings(), each: Decisions);
        await turns.Time("first decision on an access, which compiles it", 30, 40, (world, number) => world.DecideFirst(number));
        await turns.Time("first decision on an access like another's", 30, 40, (world, _) => world.DecideLikeAnother());
        await turns.Time("giving a member another role", 40, 4, (world, number) => world.AssignRole(number));
        await turns.Time("changing what a role of the organization's gives", 30, 2, (world, number) => world.ChangeRole(number));
        await turns.Time("compiling the policy", 20, 2, (world, _) => world.CompilePolicy());
        await turns.Time(document, 8, 1, (world, _) => world.ReadDocument());
        turns.Find("memory of a compiled access that no other shares", GrowthUnit.Bytes, world => world.AccessBytes());
        turns.Find("memory of a compiled policy", GrowthUnit.Bytes, world => world.PolicyBytes());
        return turns.Lines;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _grid.DisposeAsync();
        _store.Dispose();
    }

    private static CustomRole Custom(int number, int areas) => new()
    {
        Id = GeneratedModel.Role(number),
        Title = GeneratedModel.Role(number),
        BasedOn = GeneratedModel.Role(1),
        Grants = Grants.Of(
        [
            KeyValuePair.Create(GeneratedModel.Area(number % areas), "edit"),
            KeyValuePair.Create(GeneratedModel.Area((number + 1) % areas), "read"),
        ]),
    };

    private ValueTask DecideByHandle()
    {
        var allowed = 0;
        for (var number = 0; number < Decisions; number++)
            if (Evaluator.Allows(_policy, _access, _handles[number % Asked], null, TimeProvider.System)) allowed++;
        GC.KeepAlive(allowed);
        return default;
    }

    private ValueTask DecideByStrings()
    {
        var allowed = 0;
        for (var number = 0; number < Decisions; number++)
            if (Evaluator.Allows(_policy, _access, _actions[number % Asked], null, TimeProvider.System)) allowed++;
        GC.KeepAlive(allowed);
        return default;
    }

    private ValueTask DecideFirst(int number)
    {
        Evaluator.Allows(_policy, Differs(number), _handles[0], null, TimeProvider.System);
        return default;
    }

    private ValueTask DecideLikeAnother()
    {
        Evaluator.Allows(_policy, _access with { Version = 2 }, _handles[0], null, TimeProvider.System);
        return default;
    }

    private async ValueTask AssignRole(int number) => (await _grid.Grid.Organization(_organization.Id).AssignRole(
        ChangeContext.Service, _organization.User(1), number % 2 == 0 ? _organization.CustomRoles[^1].Id : GeneratedModel.Role(1))).Require();

    private async ValueTask ChangeRole(int number)
    {
        var role = _organization.CustomRoles[0];
        (await _grid.Grid.Organization(_organization.Id).PutRole(
            ChangeContext.Service,
            role.Id,
            new RoleContent
            {
                Title = role.Title,
                BasedOn = role.BasedOn,
                Grants = Grants.Of([KeyValuePair.Create(GeneratedModel.Area(0), number % 2 == 0 ? "read" : "edit")]),
                AcceptNarrowing = true,
            },
            CancellationToken.None)).Require();
    }

    private ValueTask CompilePolicy()
    {
        GC.KeepAlive(NewPolicy());
        return default;
    }

    private ValueTask ReadDocument()
    {
        GC.KeepAlive(GeneratedModel.Read(_document));
        return default;
    }

    private double AccessBytes()
    {
        // Under a policy of its own, which ends with this; what the accesses themselves take is taken off.
        var policy = NewPolicy();
        const int count = 2_000;
        var bare = Heap.BytesOfEach(count, Differs);
        var decided = Heap.BytesOfEach(count, number =>
        {
            var access = Differs(number);
            Evaluator.Allows(policy, access, _handles[0], null, TimeProvider.System);
            return access;
        });
        GC.KeepAlive(policy);
        return decided - bare;
    }

    private double PolicyBytes() => Heap.BytesOfEach(200, _ => NewPolicy());

    private Policy NewPolicy() => new(_policy.Model, "enterprise", 1, _organization.CustomRoles);

    private static Access Differs(int number) => new()
    {
        Role = GeneratedModel.Role(1),
        Grants = Grants.Of(Enumerable.Range(0, Differing).Select(area =>
            KeyValuePair.Create(GeneratedModel.Area(area), ((number >> area) & 1) == 0 ? "read" : "edit"))),
    };
}
