namespace RbacGrains.Cli;

/// <summary>Reads files that people name.</summary>
internal static class TextFile
{
    /// <summary>The whole of a small file.</summary>
    public static string Read(string path)
    {
        using var reader = Open(path);
        return reader.ReadToEnd();
    }

    /// <summary>A file to be read piece by piece.</summary>
    public static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CliErrors.UnreadableFile(path, refusal.Message);
        }
    }
}
