using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary>One run of one command: what was asked for, the way to the server, and where the answer goes.</summary>
internal sealed class Invocation(Cli cli, ParseResult parsed) : IDisposable
{
    private ServerClient? _server;

    /// <summary>The process around the program.</summary>
    public CliHost Host => cli.Host;

    /// <summary>The command line.</summary>
    public ParseResult Parsed => parsed;

    /// <summary>Whether the answer is wanted as JSON.</summary>
    public bool WantsJson => parsed.GetValue(cli.Global.Json);

    /// <summary>Where the answer goes.</summary>
    public Printer Printer { get; } = new(cli.Host);

    /// <summary>The server, connected when it is first asked for: what is done offline needs no key.</summary>
    public ServerClient Server => _server ??= new ServerClient(cli.Global.Connection(cli.Host, parsed), cli.Host.Network());

    /// <summary>The value of an argument that has to be given.</summary>
    public string Text(Argument<string> argument) => parsed.GetRequiredValue(argument);

    /// <summary>The value of an option; null or its default when it is not given.</summary>
    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    /// <summary>Whether an option is on the command line.</summary>
    public bool Has(Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Prints one resource, or what a change left of it.</summary>
    public int Print(ServerAnswer resource)
    {
        if (WantsJson) Printer.Json(resource.Text);
        else Printer.Properties(resource.Json);
        return ExitCodes.Success;
    }

    /// <summary>Says that something is done whose answer says nothing.</summary>
    public int Done(string sentence)
    {
        if (!WantsJson) Printer.Line(sentence);
        return ExitCodes.Success;
    }

    /// <inheritdoc/>
    public void Dispose() => _server?.Dispose();
}
