using RbacGrains.Load.Scenarios;

namespace RbacGrains.Load.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("run")]
    [InlineData("run nonsense")]
    [InlineData("run check-heavy --target nowhere")]
    [InlineData("run check-heavy --shape closed:0")]
    [InlineData("run check-heavy --duration soon")]
    [InlineData("run check-heavy --duration 0s")]
    [InlineData("run check-heavy --warm-up -1s")]
    [InlineData("run check-heavy --members 0")]
    [InlineData("run check-heavy --members many")]
    [InlineData("run check-heavy --organizations 0")]
    [InlineData("run check-heavy --most-at-once 0")]
    [InlineData("run check-heavy --what")]
    [InlineData("run check-heavy --target http --url nonsense --key k")]
    [InlineData("run check-heavy --out /dev/null/folder")]
    [InlineData("walk")]
    public async Task A_mistake_in_the_command_line_ends_with_2(string line) =>
        Assert.Equal(2, await LoadProgram.Run(line.Split(' '), [EmbeddedTarget.Kind, HttpTarget.Kind]));

    [Fact]
    public async Task A_service_that_does_not_answer_ends_the_run_with_3() => Assert.Equal(
        3, await LoadProgram.Run("run check-heavy --target http --url http://127.0.0.1:1 --key k".Split(' '), [HttpTarget.Kind]));

    [Fact]
    public async Task A_run_leaves_its_report_behind()
    {
        using var folder = new Testing.TemporaryDirectory();

        var code = await LoadProgram.Run(
            [
                "run", "role-change-storm", "--shape", "rate:200", "--duration", "300ms", "--warm-up", "0", "--members", "5", "--organizations", "2",
                "--most-at-once", "4", "--out", folder.Path,
            ],
            [EmbeddedTarget.Kind]);

        Assert.Equal(0, code);
        var report = ReportJson.Read(await File.ReadAllTextAsync(folder.File("report.json")));
        var scenario = Assert.Single(report.Scenarios);
        Assert.True(scenario.IsOpen);
        Assert.Equal(60, scenario.Total.Count);
    }

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("20s", 20)]
    [InlineData("1.5", 1.5)]
    [InlineData("2m", 120)]
    public void A_duration_is_read(string text, double seconds) =>
        Assert.Equal(seconds, DurationText.Read("--duration", text, TimeSpan.Zero).TotalSeconds);
}
