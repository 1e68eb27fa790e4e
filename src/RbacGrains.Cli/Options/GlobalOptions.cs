using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary>The options that stand before or after any command.</summary>
internal sealed class GlobalOptions
{
    private const string DefaultServer = "http://127.0.0.1:5080";

    private readonly Option<string?> _server = new("--server")
    {
        Description = $"The server's address [RBAC_SERVER; default: {DefaultServer}]",
        HelpName = "url",
        Recursive = true,
    };

    private readonly Option<string?> _key = new("--key")
    {
        Description = "The API key [RBAC_KEY]; a file hides it from the list of processes",
        HelpName = "key",
        Recursive = true,
    };

    private readonly Option<string?> _keyFile = new("--key-file")
    {
        Description = "A file that holds the API key [RBAC_KEY_FILE]",
        HelpName = "file",
        Recursive = true,
    };

    private readonly Option<string?> _actor = new("--actor")
    {
        Description = "The user on whose behalf to act: judged, enforced and audited as theirs",
        HelpName = "user",
        Recursive = true,
    };

    /// <summary>Asks for the answer as JSON.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print the answer as JSON", Recursive = true };

    /// <summary>Gives them to the root command.</summary>
    public void AddTo(RootCommand root)
    {
        root.Add(_server);
        root.Add(_key);
        root.Add(_keyFile);
        root.Add(_actor);
        root.Add(Json);
    }

    /// <summary>Whom to ask, and as whom. What stands on the command line wins over the environment, a key over a file.</summary>
    public ServerConnection Connection(CliHost host, ParseResult parsed) => new(
        ServerConnection.ReadAddress(parsed.GetValue(_server) ?? Variable(host, "RBAC_SERVER") ?? DefaultServer),
        Key(host, parsed),
        parsed.GetValue(_actor));

    private string? Key(CliHost host, ParseResult parsed) =>
        (parsed.GetValue(_key), parsed.GetValue(_keyFile), Variable(host, "RBAC_KEY"), Variable(host, "RBAC_KEY_FILE")) switch
        {
            ({ } key, _, _, _) => ServerConnection.ReadKey(key, "--key"),
            (_, { } file, _, _) => ServerConnection.ReadKey(TextFile.Read(file), file),
            (_, _, { } key, _) => ServerConnection.ReadKey(key, "RBAC_KEY"),
            (_, _, _, { } file) => ServerConnection.ReadKey(TextFile.Read(file), file),
            _ => null,
        };

    // An empty variable is how scripts unset one.
    private static string? Variable(CliHost host, string name) => host.Environment(name) is { Length: > 0 } value ? value : null;
}
