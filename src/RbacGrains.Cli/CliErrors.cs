namespace RbacGrains.Cli;

/// <summary>The errors that the program finds by itself. Their codes are as stable as the server's.</summary>
internal static class CliErrors
{
    /// <summary>The command line asks for something that cannot be.</summary>
    public static CliException Usage(string detail) => new("usage", detail);

    /// <summary>A file that is needed cannot be read.</summary>
    public static CliException UnreadableFile(string path, string why) =>
        new("unreadable_file", $"The file '{path}' cannot be read: {why}");

    /// <summary>No connection to the server.</summary>
    public static CliException Unreachable(Uri server, string why) => new("unreachable", $"Cannot reach {server}: {why}")
    {
        Hint = "Is the server running? --server or RBAC_SERVER says where it is.",
    };

    /// <summary>The server took too long.</summary>
    public static CliException TimedOut(Uri server, TimeSpan limit) =>
        new("timed_out", $"{server} did not answer within {limit.TotalSeconds:0} seconds. A change may have been made all the same.");

    /// <summary>An answer that no RbacGrains server gives.</summary>
    public static CliException MalformedAnswer(string what) => new("malformed_answer", $"The server's answer cannot be understood: {what}")
    {
        Hint = "Is it an RbacGrains server? --server or RBAC_SERVER says which is asked.",
    };
}
