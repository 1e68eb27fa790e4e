namespace RbacGrains.AdminConsole.Tests;

/// <summary>How a person's browser is.</summary>
public sealed record VisitOptions
{
    /// <summary>Whether the person's system is dark.</summary>
    public bool Dark { get; init; }

    /// <summary>The width of the window, in CSS pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>The height of the window, in CSS pixels.</summary>
    public int Height { get; init; } = 800;

    /// <summary>What of the page's own complaints is meant to be: a complaint that has one of these words is none.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>A phone.</summary>
    public static VisitOptions Phone { get; } = new() { Width = 390, Height = 844 };
}
