using BenchmarkDotNet.Attributes;

namespace RbacGrains.Benchmarks;

/// <summary>A check through the embedded actors, beside a plain look-up of the same user, organization and action in a dictionary.</summary>
public class CheckBenchmarks
{
    private const string User = "user@example.com";
    private const string Action = "agents:create";

    private readonly Dictionary<string, bool> _plain = new(StringComparer.Ordinal) { [$"{User}/acme/{Action}"] = true };
    private readonly string _key = $"{User}/acme/{Action}";

    // By its interface, as applications call it.
#pragma warning disable CA1859
    private IGrid _grid = null!;
#pragma warning restore CA1859
    private TemporaryGrid _acme = null!;

    // Not asynchronous: what emits the loops of measuring does not wait for that.
    [GlobalSetup]
    public void Setup() => Fill().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => _acme.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, Description = "dictionary, by one string")]
    public bool Dictionary() => _plain[_key];

    [Benchmark(Description = "check, embedded")]
    public bool Check()
    {
        var answer = _grid.User(User).Check(Caller.Service, "acme", Action, null, CancellationToken.None);
        return answer.IsCompletedSuccessfully && answer.Result.Require().Allowed;
    }

    private async Task Fill()
    {
        _acme = await TemporaryGrid.Open();
        _grid = _acme.Grid;
        await _acme.Add(User);
        (await _grid.Organization("acme").AssignRole(ChangeContext.Service, User, "editor")).Require();
        if (!(await _grid.User(User).Check(Caller.Service, "acme", Action, null, CancellationToken.None)).Require().Allowed)
            throw new InvalidOperationException("What is to be measured is not allowed.");
    }
}
