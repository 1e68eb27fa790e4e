using System.Text;

namespace RbacGrains.Load;

/// <summary>Lines over two axes, as SVG within HTML. Its colors are the page's.</summary>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="Across">The axis to the right.</param>
/// <param name="Up">The axis upwards.</param>
/// <param name="Lines">The lines.</param>
internal sealed record Chart(string Title, Axis Across, Axis Up, IReadOnlyList<ChartLine> Lines)
{
    private const double Right = 26;
    private const double Top = 10;

    /// <summary>How wide it is.</summary>
    public double Width { get; init; } = 460;

    /// <summary>How high it is.</summary>
    public double Height { get; init; } = 220;

    private double Left => Up.Title.Length == 0 ? 64 : 80;

    private double Bottom => Across.Title.Length == 0 ? 26 : 44;

    /// <summary>Writes it as a figure with its legend.</summary>
    public string Write()
    {
        var text = new StringBuilder("<figure><figcaption>").Append(Html.Escape(Title));
        if (Lines.Count > 1)
            foreach (var line in Lines)
                text.Append(" <span class=\"key ").Append(line.Color).Append("\">").Append(Html.Escape(line.Name)).Append("</span>");
        text.Append("</figcaption><svg viewBox=\"0 0 ").Append(Numbers.Place(Width)).Append(' ').Append(Numbers.Place(Height))
            .Append("\" role=\"img\" aria-label=\"").Append(Html.Escape(Summary())).Append("\">");
        Draw(text);
        return text.Append("</svg></figure>\n").ToString();
    }

    /// <summary>Adds axes and lines, within an SVG of its width and height.</summary>
    public void Draw(StringBuilder text)
    {
        Grid(text);
        foreach (var line in Lines) Draw(text, line);
    }

    /// <summary>What it shows, in words.</summary>
    public string Summary() => string.Join("; ", Lines.Select(line => line.Points.Count == 0
        ? $"{Title}, {line.Name}: nothing"
        : $"{Title}, {line.Name}: from {(line.Show ?? Up.Label)(line.Points.Min(point => point.Y))} to {(line.Show ?? Up.Label)(line.Points.Max(point => point.Y))}"));

    private void Grid(StringBuilder text)
    {
        foreach (var mark in Up.Marks)
        {
            var y = Y(mark);
            text.Append($"<line class=\"grid\" x1=\"{Numbers.Place(Left)}\" x2=\"{Numbers.Place(Width - Right)}\" y1=\"{y}\" y2=\"{y}\"/>")
                .Append($"<text x=\"{Numbers.Place(Left - 6)}\" y=\"{y}\" text-anchor=\"end\" dominant-baseline=\"middle\">{Html.Escape(Up.Label(mark))}</text>");
        }
        foreach (var mark in Across.Marks)
            text.Append($"<text x=\"{X(mark)}\" y=\"{Numbers.Place(Height - Bottom + 18)}\" text-anchor=\"middle\">{Html.Escape(Across.Label(mark))}</text>");
        if (Across.Title.Length > 0)
            text.Append($"<text x=\"{Numbers.Place((Left + Width - Right) / 2)}\" y=\"{Numbers.Place(Height - 8)}\" text-anchor=\"middle\">{Html.Escape(Across.Title)}</text>");
        if (Up.Title.Length > 0)
        {
            var middle = Numbers.Place((Top + Height - Bottom) / 2);
            text.Append($"<text x=\"14\" y=\"{middle}\" transform=\"rotate(-90 14 {middle})\" text-anchor=\"middle\">{Html.Escape(Up.Title)}</text>");
        }
    }

    private void Draw(StringBuilder text, ChartLine line)
    {
        if (line.Points.Count == 0) return;
        text.Append($"<polyline class=\"line {line.Color}\" points=\"")
            .AppendJoin(' ', line.Points.Select(point => $"{X(point.X)},{Y(point.Y)}")).Append("\"/>");
        // A single second would be no line. Each point says what it is when it is pointed at.
        foreach (var point in line.Points)
            text.Append($"<circle class=\"{line.Color}\" cx=\"{X(point.X)}\" cy=\"{Y(point.Y)}\" r=\"{(line.Points.Count > 40 ? "1.2" : "2.4")}\"><title>")
                .Append(Html.Escape($"{line.Name}: {(line.Show ?? Up.Label)(point.Y)} at {Across.Label(point.X)}")).Append("</title></circle>");
    }

    private string X(double value) => Numbers.Place(Left + (Across.PlaceOf(value) * (Width - Left - Right)));

    private string Y(double value) => Numbers.Place(Height - Bottom - (Up.PlaceOf(value) * (Height - Top - Bottom)));
}
