using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace RbacGrains.Load.Scenarios;

/// <summary><c>run</c>: scenarios against a target, with a report.</summary>
/// <param name="targets">What can be loaded; the first one by default.</param>
internal sealed class RunCommand(IReadOnlyList<TargetKind> targets)
{
    private const int MostMembers = 10_000_000;
    private const int MostOrganizations = 1_000_000;

    private readonly Argument<string[]> _names = new("scenario")
    {
        Description = $"What to run, see 'list'; '{ScenarioCatalog.All}' for everything.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _target = new("--target")
    {
        DefaultValueFactory = _ => targets[0].Name,
        Description = $"What to load: {string.Join(", ", targets.Select(target => target.Name))}.",
    };

    private readonly Option<string> _shape = new("--shape") { DefaultValueFactory = _ => "closed:64", Description = $"How much load: {ShapeText.Forms}." };
    private readonly Option<string> _warmUp = new("--warm-up") { DefaultValueFactory = _ => "5s", Description = "How long it runs before it is measured." };
    private readonly Option<string> _duration = new("--duration") { DefaultValueFactory = _ => "20s", Description = "How long each scenario is measured." };
    private readonly Option<int> _members = new("--members") { DefaultValueFactory = _ => 100, Description = "How many members each organization has." };
    private readonly Option<int> _organizations = new("--organizations") { DefaultValueFactory = _ => 10, Description = "How many organizations." };

    private readonly Option<int> _mostAtOnce = new("--most-at-once")
    {
        DefaultValueFactory = _ => new RunOptions().MostAtOnce,
        Description = "With a rate: the most that are under way; others wait in line, which counts.",
    };

    private readonly Option<int> _seed = new("--seed") { DefaultValueFactory = _ => 1, Description = "Draws the same members and questions again." };
    private readonly Option<string?> _out = new("--out") { Description = "A folder for report.html, report.md and report.json." };

    /// <summary>Makes the command.</summary>
    public Command Make()
    {
        var command = new Command("run", "Runs scenarios against a target.")
        {
            _names, _target, _shape, _warmUp, _duration, _members, _organizations, _mostAtOnce, _seed, _out,
        };
        foreach (var option in targets.SelectMany(target => target.Options)) command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            var plan = Read(parsed);
            await using var target = await plan.Kind.Open(parsed, cancellationToken);
            var report = await Run(plan, target, cancellationToken);
            if (plan.Folder is not null && report.Scenarios.Count > 0)
            {
                await ReportFiles.Write(report, plan.Folder);
                await Console.Out.WriteLineAsync($"The report is in {plan.Folder}.");
            }
            if (cancellationToken.IsCancellationRequested) return await SayInterrupted(report.Scenarios.Count);
            return report.Scenarios.Any(scenario => scenario.Total.ErrorCount > 0) ? 1 : 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await SayInterrupted(0);
        }
        catch (ArgumentException mistake)
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return 2;
        }
        catch (InvalidOperationException failure)
        {
            await Console.Error.WriteLineAsync($"The run has ended early. {failure.Message}");
            return 3;
        }
    }

    private static async Task<int> SayInterrupted(int measured)
    {
        await Console.Error.WriteLineAsync(measured == 0
            ? "The run was interrupted before a scenario had been measured to its end, so there is no report."
            : $"The run was interrupted; the report has the scenarios that were measured to their end: {measured}.");
        return LoadProgram.Interrupted;
    }

    private RunPlan Read(ParseResult parsed)
    {
        var entries = ScenarioCatalog.Find(parsed.GetRequiredValue(_names));
        var name = parsed.GetRequiredValue(_target);
        var kind = targets.FirstOrDefault(target => target.Name == name)
            ?? throw new ArgumentException($"There is no target '{name}'. There are: {string.Join(", ", targets.Select(target => target.Name))}.");
        var duration = DurationText.Read("--duration", parsed.GetRequiredValue(_duration), TimeSpan.FromMilliseconds(100));
        var (shape, mistake) = ShapeText.Read(parsed.GetRequiredValue(_shape), duration);
        var options = new RunOptions
        {
            WarmUp = DurationText.Read("--warm-up", parsed.GetRequiredValue(_warmUp), TimeSpan.Zero),
            MostAtOnce = Within("--most-at-once", parsed.GetValue(_mostAtOnce), 100_000),
            Seed = parsed.GetValue(_seed),
        };
        var size = new PopulationSize(
            Within("--organizations", parsed.GetValue(_organizations), MostOrganizations), Within("--members", parsed.GetValue(_members), MostMembers));
        return new RunPlan(entries, kind, shape ?? throw new ArgumentException(mistake), options, size, Folder(parsed.GetValue(_out)));
    }

    private static async Task<LoadReport> Run(RunPlan plan, ILoadTarget target, CancellationToken cancellationToken)
    {
        var fitting = new List<ScenarioEntry>();
        foreach (var entry in plan.Entries)
        {
            if (entry.Misfit(target) is not { } misfit) fitting.Add(entry);
            else if (plan.Entries.Count == ScenarioCatalog.Entries.Length) await Console.Error.WriteLineAsync($"Left out: {misfit}");
            else throw new ArgumentException(misfit);
        }
        // Names of its own: a service that is there may have been loaded before.
        var name = string.Create(CultureInfo.InvariantCulture, $"load-{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds():x}");
        var run = new ScenarioRun(plan, target, new LoadContext(target, plan.Size, name));
        if (Console.IsOutputRedirected)
        {
            // Into a file or a pipe, nothing has to fit.
            AnsiConsole.Profile.Width = 200;
            AnsiConsole.Profile.Capabilities.Ansi = false;
            return await run.All(fitting, new LineProgress(AnsiConsole.Console), cancellationToken);
        }
        var live = new LiveProgress(AnsiConsole.Console);
        return await live.While(() => run.All(fitting, live, cancellationToken));
    }

    // Now rather than when everything has been measured.
    private static string? Folder(string? name)
    {
        try
        {
            return name is null ? null : Directory.CreateDirectory(name).FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"--out is '{name}', where nothing can be written: {failure.Message}", failure);
        }
    }

    private static int Within(string option, int value, int most) => value >= 1 && value <= most
        ? value
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{option} is {value}; it has to be from 1 to {most:N0}."));
}
