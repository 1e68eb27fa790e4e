using BenchmarkDotNet.Attributes;

namespace RbacGrains.Benchmarks;

/// <summary>A check through the embedded actors, beside an interface's call that does nothing.</summary>
public class CheckBenchmarks
{
    private const string User = "user@example.com";
    private const string Action = "agents:create";

    // Both by their interfaces, as applications call them.
#pragma warning disable CA1859
    private readonly INothing _nothing = new Nothing();
    private IGrid _grid = null!;
#pragma warning restore CA1859
    private TemporaryGrid _acme = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        _acme = await TemporaryGrid.Open();
        _grid = _acme.Grid;
        await _acme.Add(User);
        (await _grid.Organization("acme").AssignRole(ChangeContext.Service, User, "editor")).Require();
        if (!(await Check()).Require().Allowed) throw new InvalidOperationException("What is to be measured is not allowed.");
    }

    [GlobalCleanup]
    public async Task Cleanup() => await _acme.DisposeAsync();

    [Benchmark(Baseline = true, Description = "a call that does nothing")]
    public ValueTask<Result<Decision>> NoOp() => _nothing.Check(Caller.Service, "acme", Action, null, CancellationToken.None);

    [Benchmark(Description = "check, embedded")]
    public ValueTask<Result<Decision>> Check() => _grid.User(User).Check(Caller.Service, "acme", Action, null, CancellationToken.None);

    /// <summary>A check's signature, and nothing behind it.</summary>
    internal interface INothing
    {
        ValueTask<Result<Decision>> Check(Caller caller, string organization, string action, string? project, CancellationToken cancellationToken);
    }

    private sealed class Nothing : INothing
    {
        public ValueTask<Result<Decision>> Check(
            Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) => default;
    }
}
