using BenchmarkDotNet.Attributes;

namespace RbacGrains.Benchmarks;

/// <summary>Acknowledged changes of a role through the embedded actors, beside as many writes of one row by the store under them.</summary>
public class ChangeBenchmarks
{
    private TemporaryGrid _acme = null!;
    private IOrganization _organization = null!;
    private RowWrites _rows = null!;
    private int _changes;

    /// <summary>How many come at once, each of another member.</summary>
    [Params(1, RowWrites.Most)]
    public int AtOnce { get; set; }

    // Not asynchronous: what emits the loops of measuring does not wait for that.
    [GlobalSetup]
    public void Setup() => Fill().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => _acme.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, Description = "rows written")]
    public void Write() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_rows.Write)).GetAwaiter().GetResult();

    [Benchmark(Description = "roles changed")]
    public void Change()
    {
        var role = _changes++ % 2 == 0 ? "editor" : "analyst";
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(number => Change(number, role))).GetAwaiter().GetResult();
    }

    private static string Member(int number) => $"member-{number}";

    private async Task Change(int number, string role) =>
        (await _organization.AssignRole(ChangeContext.Service, Member(number), role)).Require();

    private async Task Fill()
    {
        _acme = await TemporaryGrid.Open();
        _organization = _acme.Grid.Organization("acme");
        _rows = new RowWrites(_acme.Database, RowWrites.Most);
        for (var number = 0; number < AtOnce; number++) await _acme.Add(Member(number));
        await _rows.Warm();
    }
}
