namespace RbacGrains.Cli;

/// <summary>What the program needs from the process that it runs in; a test gives its own.</summary>
internal sealed record CliHost
{
    /// <summary>Standard input.</summary>
    public required TextReader In { get; init; }

    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person reads the output: it is a terminal and not a file or a pipe.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>How many characters fit on a line of the terminal; null to find out.</summary>
    public int? Width { get; init; }

    /// <summary>Whether a person can be asked: the input is a terminal, too.</summary>
    public required bool IsInteractive { get; init; }

    /// <summary>The value of an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Makes what sends requests; the caller disposes it.</summary>
    public required Func<HttpMessageHandler> Network { get; init; }

    /// <summary>Says what has expired.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The host that is the process itself.</summary>
    public static CliHost OfProcess() => new()
    {
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        IsTerminal = !Console.IsOutputRedirected,
        IsInteractive = !Console.IsInputRedirected && !Console.IsErrorRedirected,
        Environment = System.Environment.GetEnvironmentVariable,
        Network = ServerConnection.NewHandler,
    };
}
