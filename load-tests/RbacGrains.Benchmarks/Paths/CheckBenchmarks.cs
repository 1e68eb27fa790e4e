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

    // Not asynchronous: what emits the loops of measuring does not wait for that.
    [GlobalSetup]
    public void Setup() => Fill().GetAwaiter().GetResult();

    private async Task Fill()
    {
        _acme = await TemporaryGrid.Open();
        _grid = _acme.Grid;
        await _acme.Add(User);
        (await _grid.Organization("acme").AssignRole(ChangeContext.Service, User, "editor")).Require();
        if (!(await _grid.User(User).Check(Caller.Service, "acme", Action, null, CancellationToken.None)).Require().Allowed) throw new InvalidOperationException("What is to be measured is not allowed.");
    }

    [GlobalCleanup]
    public void Cleanup() => _acme.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, Description = "a call that does nothing")]
    public bool NoOp()
    {
        var answer = _nothing.Check(Caller.Service, "acme", Action, null, CancellationToken.None);
        return answer.IsCompletedSuccessfully && answer.Result.Require().Allowed;
    }

    [Benchmark(Description = "check, embedded")]
    public bool Check()
    {
        var answer = _grid.User(User).Check(Caller.Service, "acme", Action, null, CancellationToken.None);
        return answer.IsCompletedSuccessfully && answer.Result.Require().Allowed;
    }

    /// <summary>A check's signature, and nothing behind it.</summary>
    internal interface INothing
    {
        ValueTask<Result<Decision>> Check(Caller caller, string organization, string action, string? project, CancellationToken cancellationToken);
    }

    private sealed class Nothing : INothing
    {
        private readonly Result<Decision> _denied = Decision.NotMember(1);

        public ValueTask<Result<Decision>> Check(
            Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) => new(_denied);
    }
}
