using BenchmarkDotNet.Attributes;
using RbacGrains.Client;

namespace RbacGrains.Benchmarks;

/// <summary>A check that is held under a lease, beside a plain look-up of the same user and action in a dictionary.</summary>
public class LeasedCheckBenchmarks
{
    private const string Organization = "acme-research";
    private const string Action = "agents:create";

    private readonly KnownAction _action = new(Action);
    private string[] _users = null!;
    private LeasedGrid _grid = null!;
    private HeldPermissions[] _held = null!;
    private Dictionary<string, bool> _plain = null!;
    private string[] _keys = null!;
    private int _next;

    /// <summary>How many accesses are held and asked for in turn.</summary>
    [Params(100, 10_000)]
    public int Held { get; set; }

    // Not asynchronous: what emits the loops of measuring does not wait for that.
    [GlobalSetup]
    public void Setup() => Fill().GetAwaiter().GetResult();

    private async Task Fill()
    {
        // Of other objects than those that are held, as an application has them.
        _users = [.. Enumerable.Range(0, Held).Select(LeaseBench.User)];
        _grid = LeaseBench.Grid(Held);
        _held = [.. _users.Select(user => _grid.Hold(user, Organization))];
        _plain = Enumerable.Range(0, Held)
            .ToDictionary(number => $"{LeaseBench.User(number)}/{Organization}/{Action}", _ => true, StringComparer.Ordinal);
        for (var number = 0; number < Held; number++)
            if (!await _grid.Allows(LeaseBench.User(number), Organization, Action) || !await _held[number].Allows(_action))
                throw new InvalidOperationException("What is to be measured is not allowed.");
        _keys = [.. _plain.Keys.Select(key => new string(key.AsSpan()))];
    }

    [GlobalCleanup]
    public void Cleanup() => _grid.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, Description = "dictionary, by one string")]
    public bool Dictionary() => _plain[_keys[Next()]];

    [Benchmark(Description = "leased check, by strings")]
    public bool ByStrings()
    {
        var answer = _grid.Allows(_users[Next()], Organization, Action);
        return answer.IsCompletedSuccessfully && answer.Result;
    }

    [Benchmark(Description = "leased check, by handles")]
    public bool ByHandles()
    {
        var answer = _held[Next()].Allows(_action);
        return answer.IsCompletedSuccessfully && answer.Result;
    }

    private int Next()
    {
        var next = _next + 1;
        return _next = next < Held ? next : 0;
    }
}
