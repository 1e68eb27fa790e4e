using System.Diagnostics;
using RbacGrains.Client;

namespace RbacGrains.Benchmarks;

/// <summary>Our checks of a product's cases, in this process.</summary>
internal sealed class OwnEngines : IAsyncDisposable
{
    private readonly LeasedGrid _grid;
    private readonly OwnCase[] _cases;
    private readonly Policy _policy;

    private OwnEngines(Product product, LeasedGrid grid) =>
        (_policy, _grid, _cases) = (product.Policy, grid, [.. product.Cases.Select(one => new OwnCase(one, product, grid))]);

    /// <summary>Holds every user of the product under a lease.</summary>
    public static async Task<OwnEngines> Open(Product product)
    {
        var registry = new LeaseRegistry(new ProductRecords(product), new LeaseOptions(), TimeProvider.System);
        var source = new LocalLeaseSource(registry, ShippedModels.Load());
        var engines = new OwnEngines(product, new LeasedGrid(new NoGrid(), source, new LeasedGridOptions { MostHeld = product.Users.Length }));
        foreach (var one in engines._cases)
            if (await one.Permissions.Allows(one.Known, one.Project) != one.Allowed)
                throw new InvalidOperationException($"A lease answers wrongly: {one.User} {one.Action} {one.Project}");
        return engines;
    }

    /// <summary>How many cases an engine answers wrongly.</summary>
    public int Verify(OwnEngine engine) => Enumerable.Range(0, _cases.Length).Count(number => Loop(engine, number, 1) == 1 != _cases[number].Allowed);

    /// <summary>Lets an engine check for so long.</summary>
    public Round Run(OwnEngine engine, TimeSpan duration)
    {
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var elapsed = TimeSpan.Zero;
        for (var (next, count, batch, allowed) = (0, 0L, 1, 0L); ;)
        {
            allowed += Loop(engine, next, batch);
            count += batch;
            next = (next + batch) % _cases.Length;
            var before = elapsed;
            elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed >= duration)
                return new Round(count, elapsed.TotalNanoseconds, (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds, allowed);
            if ((elapsed - before).TotalMilliseconds < 1) batch *= 2;
        }
    }

    public async ValueTask DisposeAsync() => await _grid.DisposeAsync();

    private int Loop(OwnEngine engine, int next, int count) => engine switch
    {
        OwnEngine.Held => Held(next, count),
        OwnEngine.Leased => Leased(next, count),
        _ => Handles(next, count),
    };

    private int Held(int next, int count)
    {
        var (cases, policy, allowed) = (_cases, _policy, 0);
        for (; count > 0; count--)
        {
            var one = cases[next];
            if (Evaluator.Allows(policy, one.Access, one.Action, one.Project, TimeProvider.System)) allowed++;
            if (++next == cases.Length) next = 0;
        }

        return allowed;
    }

    private int Leased(int next, int count)
    {
        var (cases, grid, allowed) = (_cases, _grid, 0);
        for (; count > 0; count--)
        {
            var one = cases[next];
            var answer = grid.Allows(one.User, one.Organization, one.Action, one.Project);
            if (answer.IsCompletedSuccessfully && answer.Result) allowed++;
            if (++next == cases.Length) next = 0;
        }

        return allowed;
    }

    private int Handles(int next, int count)
    {
        var (cases, allowed) = (_cases, 0);
        for (; count > 0; count--)
        {
            var one = cases[next];
            var answer = one.Permissions.Allows(one.Known, one.Project);
            if (answer.IsCompletedSuccessfully && answer.Result) allowed++;
            if (++next == cases.Length) next = 0;
        }

        return allowed;
    }
}
