using System.Text.Json;
using System.Xml.Linq;

namespace RbacGrains.Load.Tests;

public sealed class ReportTests
{
    private const string Evil = "<script>alert('\"&')</script>|`_";

    [Fact]
    public async Task Nothing_that_is_reported_becomes_markup_in_the_page()
    {
        var page = HtmlReport.Write(await Report());

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_whole_and_needs_nothing_from_elsewhere()
    {
        var page = HtmlReport.Write(await Report());

        // What is well formed for an XML reader is so for a browser.
        var text = page.Replace("<!doctype html>", "", StringComparison.Ordinal);
        foreach (var open in new[] { "<meta charset=\"utf-8\">", "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" })
            text = text.Replace(open, "", StringComparison.Ordinal);
        text = System.Text.RegularExpressions.Regex.Replace(text, "<meta http-equiv[^>]*>|<style>.*?</style>", "", System.Text.RegularExpressions.RegexOptions.Singleline);
        var body = XDocument.Parse(text).Descendants("body").Single();
        Assert.True(body.Descendants("svg").Count() >= 3);
        Assert.DoesNotContain(body.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" or "onclick");
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_reported_becomes_markup_in_markdown()
    {
        var text = MarkdownReport.Write(await Report());

        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(")|`", text, StringComparison.Ordinal);
        Assert.Contains("\\|\\`\\_", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_in_json_is_read_as_it_was_written()
    {
        var report = await Report();
        var json = ReportJson.Write(report);
        var read = ReportJson.Read(json);

        Assert.Equal(json, ReportJson.Write(read));
        Assert.Equal(report.Scenarios[0].Total.Latency, read.Scenarios[0].Total.Latency);
        Assert.Equal(report.Scenarios[0].Total.Errors, read.Scenarios[0].Total.Errors);
        Assert.Equal(report.Scenarios[0].Data, read.Scenarios[0].Data);
        Assert.Equal(report.Scenarios[0].Series, read.Scenarios[0].Series);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void What_is_no_report_is_not_read(string json) => Assert.Throws<JsonException>(() => ReportJson.Read(json));

    [Theory]
    [InlineData(1, 100_000.00000001, 5)]
    [InlineData(1, 99_999, 5)]
    [InlineData(0.5, 100_001, 7)]
    [InlineData(3, 3, 1)]
    public void An_axis_of_powers_of_ten_ends_at_the_next_one(double least, double most, int powers)
    {
        var axis = Axis.PowersOfTen([least, most, 0], value => $"{value}");

        Assert.Equal(powers + 1, axis.Marks.Count);
        Assert.InRange(axis.PlaceOf(most), axis.PlaceOf(least), 1);
        Assert.Equal(0, axis.PlaceOf(axis.Low));
    }

    [Fact]
    public async Task A_folder_gets_all_three_forms()
    {
        using var folder = new Testing.TemporaryDirectory();
        await ReportFiles.Write(await Report(), folder.File("new"));

        Assert.Equal(
            ["report.html", "report.json", "report.md"], Directory.EnumerateFiles(folder.File("new")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    // Of a run, with errors and bytes, in which everything that has a name has one that nobody should trust.
    private static async Task<LoadReport> Report()
    {
        var (time, traffic) = (new Testing.SteppedTime(), new Traffic());
        var scenario = new Scenario(Evil, Evil, [new Step(Evil, Do), new Step("after", (_, _) => new(StepResult.Ok))]);
        var run = await Runs.Finish(
            new LoadRunner(Runs.Cold, time).Run(scenario, new ClosedLoop(1, TimeSpan.FromSeconds(5)), traffic), time);
        return new LoadReport(Evil, Evil, DateTimeOffset.UnixEpoch, [new Fact(Evil, Evil)], MachineFacts.Read(), [run, run]);

        ValueTask<StepResult> Do(VirtualUser user, CancellationToken cancellationToken)
        {
            time.Advance(TimeSpan.FromMilliseconds(10 + (user.Iteration % 7)));
            traffic.AddSent(100);
            traffic.AddReceived(1_000);
            return new(StepResult.Of(user.Iteration % 3 == 0 ? Evil : null));
        }
    }
}
