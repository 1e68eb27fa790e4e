using System.Text.Json;
using System.Xml.Linq;

namespace RbacGrains.Load.Tests;

public sealed class GrowthTests
{
    private static readonly GrowthCurve Members = new(
        "members", "Members of <one> organization", "members",
        [
            new("check", GrowthUnit.Nanoseconds, [new(10, 100), new(1_000, 150), new(1_000_000, 250)]),
            new("search & find", GrowthUnit.Nanoseconds, [new(10, 1_000), new(1_000_000, 50_000_000)]),
            new("memory", GrowthUnit.Bytes, [new(1_000, 2_048), new(1_000_000, 2_048)]),
        ],
        ["A note."], "1.0 and 2.0");

    [Fact]
    public void The_table_has_a_row_for_each_size_with_a_gap_where_nothing_was_measured_and_ends_with_the_growth()
    {
        Assert.Equal(["members", "check", "search & find", "memory"], Members.Columns);
        Assert.Equal(
            [
                ["10", "100 ns", "1 µs", ""],
                ["1,000", "150 ns", "", "2.0 kB"],
                ["1,000,000", "250 ns", "50.0 ms", "2.0 kB"],
                ["last beside first", "2.5 ×", "50,000 ×", "1 ×"],
            ],
            Members.Rows());
    }

    [Fact]
    public void Values_of_different_units_are_never_on_one_axis()
    {
        var charts = GrowthCharts.Of(Members).ToList();

        Assert.Equal([["check", "search & find"], ["memory"]], charts.Select(chart => chart.Lines.Select(line => line.Name)));
        Assert.All(charts, chart => Assert.Equal("members, logarithmic", chart.Across.Title));
        Assert.Equal("time, logarithmic", charts[0].Up.Title);
        Assert.Equal("memory, logarithmic", charts[1].Up.Title);
    }

    [Fact]
    public void The_axis_of_sizes_has_them_all_at_distances_by_their_factors()
    {
        var axis = Axis.At([1_000_000, 10, 1_000], size => $"{size}");

        Assert.Equal([10, 1_000, 1_000_000], axis.Marks);
        Assert.Equal([0, 0.4, 1], axis.Marks.Select(axis.PlaceOf), (one, other) => Math.Abs(one - other) < 1e-9);
    }

    [Fact]
    public void A_single_size_has_a_place_on_an_axis() => Assert.InRange(Axis.At([7], size => $"{size}").PlaceOf(7), 0, 1);

    [Fact]
    public void A_picture_is_well_formed_stands_alone_and_is_readable_by_day_and_by_night()
    {
        var picture = ChartPicture.Write(Members.Title, [.. GrowthCharts.Of(Members)]);
        var root = XDocument.Parse(picture).Root!;

        Assert.Equal("http://www.w3.org/2000/svg", root.Name.NamespaceName);
        Assert.Equal(2, root.Elements().Count(element => element.Name.LocalName == "svg"));
        Assert.Contains(root.Descendants(), element => element.Value == "search & find");
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "src" or "href");
        Assert.Contains("prefers-color-scheme: dark", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_of_a_picture_has_a_color_of_both_style_sheets()
    {
        var many = Members with
        {
            Lines = [.. Enumerable.Range(0, 8).Select(number => new GrowthLine($"line {number}", GrowthUnit.Number, [new(1, 1), new(2, 2)]))],
        };
        foreach (var color in GrowthCharts.Of(many).Single().Lines.Select(line => line.Color))
            Assert.Equal(3, ChartStyle.Colors.Split($"--{color}: #").Length);
    }

    [Fact]
    public async Task A_curve_that_is_measured_again_takes_its_place_and_the_others_stay()
    {
        using var folder = new Testing.TemporaryDirectory();
        await GrowthReport.Keep(Members, folder.Path);
        await GrowthReport.Keep(Members with { Name = "areas", Title = "Areas" }, folder.Path);
        await GrowthReport.Keep(Members with { Title = "Members, again" }, folder.Path);

        Assert.Equal(
            ["growth-areas.svg", "growth-members.svg", "growth.html", "growth.json", "growth.md"],
            Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var text = await File.ReadAllTextAsync(folder.File("growth.md"));
        Assert.Equal(["## Members, again", "## Areas"], text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains("![Members, again](growth-members.svg)", text, StringComparison.Ordinal);
        Assert.Contains("| 1,000,000 | 250 ns | 50.0 ms | 2.0 kB |", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""[{"name":"members"}]""")]
    public async Task A_folder_with_something_else_in_the_place_of_curves_is_left_as_it_is(string json)
    {
        using var folder = new Testing.TemporaryDirectory();
        await File.WriteAllTextAsync(folder.File("growth.json"), json);

        await Assert.ThrowsAsync<JsonException>(() => GrowthReport.Keep(Members, folder.Path));
        Assert.Equal([folder.File("growth.json")], Directory.EnumerateFiles(folder.Path));
        Assert.Equal(json, await File.ReadAllTextAsync(folder.File("growth.json")));
    }

    [Fact]
    public async Task Nothing_in_a_curve_becomes_markup_in_the_page()
    {
        using var folder = new Testing.TemporaryDirectory();
        await GrowthReport.Keep(Members, folder.Path);

        var page = await File.ReadAllTextAsync(folder.File("growth.html"));
        Assert.DoesNotContain("<one>", page, StringComparison.Ordinal);
        Assert.Contains("Members of &lt;one&gt; organization", page, StringComparison.Ordinal);
    }
}
