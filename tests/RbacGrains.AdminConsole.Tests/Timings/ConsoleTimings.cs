using System.Globalization;
using System.Text;
using static Microsoft.Playwright.Assertions;
using static RbacGrains.AdminConsole.Tests.Permissions.Grids;

namespace RbacGrains.AdminConsole.Tests.Timings;

/// <summary>How long people wait for the console, taken by the clock of the browser for eng/measure-console.sh. It judges nothing.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ConsoleTimings(ConsoleFixture console)
{
    private const string Variable = "RBAC_TIMINGS";
    private const int Rounds = 20;
    private const string Users = $"/console/{Organization}/users";

    // Clicks as soon as there is something to click, and looks when the server has answered it; both since the navigation began.
    private const string Clicking = """
        (() => {
          let shown = 0;
          const observer = new MutationObserver(() => {
            const box = document.querySelector('.people tbody input[type=checkbox]');
            if (!shown && box) { shown = performance.now(); setTimeout(() => box.click()); }
            if (shown && document.querySelector('.selection')) {
              observer.disconnect();
              globalThis.measured = [shown, performance.now()];
            }
          });
          observer.observe(document, { childList: true, subtree: true, attributes: true });
        })();
        """;

    private const string Saving = """
        () => new Promise(done => {
          const began = performance.now();
          const observer = new MutationObserver(() => {
            if (!document.querySelector('.save-done')) return;
            observer.disconnect();
            done(performance.now() - began);
          });
          observer.observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });
          document.querySelector('[data-save]').click();
        })
        """;

    [AskedFact(Variable)]
    public async Task Opening_the_users_and_saving_a_grid_are_measured()
    {
        var table = new StringBuilder("| | median | p95 | max |\n|---|---:|---:|---:|\n");
        var (coldShown, cold, warmShown, warm, saves) =
            (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        await OpenUsers();
        for (var round = 0; round < Rounds; round++)
        {
            var (first, second) = await OpenUsers();
            coldShown.Add(first[0]);
            cold.Add(first[1]);
            warmShown.Add(second[0]);
            warm.Add(second[1]);
        }

        await SaveGrids(saves);
        Line("users, empty cache: the table is there", coldShown);
        Line("users, empty cache: a click is answered", cold);
        Line("users, warm cache: the table is there", warmShown);
        Line("users, warm cache: a click is answered", warm);
        Line("grid: from Save to Saved", saves);
        await File.WriteAllTextAsync(Environment.GetEnvironmentVariable(Variable)!, table.ToString());

        void Line(string what, List<double> times)
        {
            times.Sort();
            var p95 = times[(int)Math.Ceiling(times.Count * 0.95) - 1];
            table.Append(CultureInfo.InvariantCulture, $"| {what} | {(times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2:0} ms | {p95:0} ms | {times[^1]:0} ms |\n");
        }
    }

    private async Task<(double[] Cold, double[] Warm)> OpenUsers()
    {
        var (cold, warm) = (Array.Empty<double>(), Array.Empty<double>());
        await console.As(Admin, async page =>
        {
            await page.AddInitScriptAsync(Clicking);
            cold = await Open(page);
            warm = await Open(page);
        });
        return (cold, warm);

        static async Task<double[]> Open(IPage page)
        {
            await page.GotoAsync(Users);
            await Expect(page.Locator(".selection")).ToBeVisibleAsync();
            var times = await page.EvaluateAsync<double[]>("globalThis.measured");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.GotoAsync("about:blank");
            return times;
        }
    }

    private Task SaveGrids(List<double> times) => console.As(Admin, async page =>
    {
        await Open(page, $"maria.santos@{Organization}.example");
        for (var round = -1; round < Rounds; round++)
        {
            await Level(page, "Voice", round % 2 == 0 ? "Read" : "Edit").ClickAsync();
            await Expect(Changes(page)).ToContainTextAsync("Voice");
            var time = await page.EvaluateAsync<double>(Saving);
            if (round >= 0) times.Add(time);
        }
    });
}
