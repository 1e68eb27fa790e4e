namespace RbacGrains.Cli.Tests;

/// <summary>Runs command lines within the test.</summary>
internal sealed record Rbac
{
    /// <summary>The address that the commands are given.</summary>
    public const string Address = "http://rbac.test:5080";

    /// <summary>The server that they ask.</summary>
    public FakeServer Server { get; init; } = new();

    /// <summary>The environment.</summary>
    public Dictionary<string, string> Variables { get; init; } = new(StringComparer.Ordinal)
    {
        ["RBAC_SERVER"] = Address,
        ["RBAC_KEY"] = "key-1",
    };

    /// <summary>Standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>Whether a person reads the output.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether a person can be asked.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Makes what sends requests.</summary>
    public Func<HttpMessageHandler>? Network { get; init; }

    /// <summary>Runs one command line, cut at spaces.</summary>
    public Task<Outcome> Run(string commandLine) => Run(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Runs one command line.</summary>
    public async Task<Outcome> Run(string[] arguments, CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CliHost
        {
            In = new StringReader(Input),
            Out = output,
            Error = error,
            IsTerminal = IsTerminal,
            IsInteractive = IsInteractive,
            Width = 100,
            Environment = Variables.GetValueOrDefault,
            Network = Network ?? (() => Server),
        };
        var exit = await new CliProgram(host).Run(arguments, cancellationToken);
        return new Outcome(exit, output.ToString(), error.ToString());
    }
}
