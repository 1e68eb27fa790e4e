using Spectre.Console;
using Spectre.Console.Rendering;

namespace RbacGrains.Load;

/// <summary>Keeps the last seconds of a run in sight on a terminal, and leaves each scenario's figures behind.</summary>
/// <param name="console">The terminal.</param>
public sealed class LiveProgress(IAnsiConsole console) : ILoadProgress
{
    private const int Kept = 12;

    private readonly Queue<SecondFigures> _seconds = [];
    private LiveDisplayContext? _display;

    /// <summary>Runs something under this display.</summary>
    public Task<T> While<T>(Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return console.Live(new Text("starting")).AutoClear(true).StartAsync(display =>
        {
            _display = display;
            return work();
        });
    }

    /// <inheritdoc/>
    public void Say(Scenario scenario, string what)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _seconds.Clear();
        Show(new Text($"{scenario.Name}: {what}"));
    }

    /// <inheritdoc/>
    public void Tick(Scenario scenario, SecondFigures second, bool isMeasured, int underWay, long waiting)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _seconds.Enqueue(second);
        if (_seconds.Count > Kept) _seconds.Dequeue();
        var most = Math.Max(1, _seconds.Max(one => one.PerSecond));
        var bars = new BarChart().WithMaxValue(most).Width(70);
        foreach (var one in _seconds)
            bars.AddItem($"{one.At,4:0} s", Math.Round(one.PerSecond), one.ErrorsPerSecond > 0 ? Color.Red : isMeasured ? Color.Green : Color.Grey);
        Show(new Rows(
            new Text($"{scenario.Name}{(isMeasured ? "" : ", warming up")}: ended well, a second"),
            bars,
            new Text(LineProgress.Words(second, isMeasured, underWay, waiting))));
    }

    /// <inheritdoc/>
    public void Done(ScenarioReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Show(ReportTable.Of(report));
        console.Write(ReportTable.Of(report));
    }

    private void Show(IRenderable what) => _display?.UpdateTarget(what);
}
