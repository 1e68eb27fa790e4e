namespace RbacGrains.Cli;

/// <summary>What the program's exit says to a script.</summary>
internal static class ExitCodes
{
    /// <summary>Done; of a check: allowed.</summary>
    public const int Success = 0;

    /// <summary>A check was answered, and the answer is no.</summary>
    public const int Denied = 1;

    /// <summary>Of <c>db status</c>: the schema lacks migrations.</summary>
    public const int OutOfDate = 1;

    /// <summary>Anything that kept the program from doing what it was asked.</summary>
    public const int Error = 2;

    /// <summary>Interrupted, as shells count it: 128 + SIGINT.</summary>
    public const int Cancelled = 130;

    /// <summary>The exit of a check.</summary>
    public static int OfCheck(bool allowed) => allowed ? Success : Denied;
}
