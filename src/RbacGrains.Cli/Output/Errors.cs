namespace RbacGrains.Cli;

/// <summary>Prints what went wrong.</summary>
internal static class Errors
{
    /// <summary>Prints an error: its code and detail, the field, further facts, and what to do.</summary>
    public static void Print(TextWriter writer, CliException error)
    {
        writer.WriteLine($"error: {error.Code}: {CellText.Visible(error.Message)}");
        if (error.Pointer is not null) writer.WriteLine($"  field: {CellText.Visible(error.Pointer)}");
        foreach (var (name, value) in error.Facts) writer.WriteLine($"  {CellText.Visible(name)}: {value}");
        if (error.Hint is not null) writer.WriteLine($"  {error.Hint}");
    }
}
