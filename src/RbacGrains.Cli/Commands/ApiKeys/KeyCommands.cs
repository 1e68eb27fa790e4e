using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac key</c>: API keys.</summary>
internal static class KeyCommands
{
    /// <summary>Makes the group.</summary>
    public static Command Of(Cli cli) => Group.Of(
        "key",
        "API keys of an organization, for programs",
        new KeyCreateCommand(cli),
        new KeyListCommand(cli),
        new ShowCommand(cli, "Show an API key, without its secret", Key(), PathOf),
        new KeyRotateCommand(cli),
        new DeleteCommand(
            cli,
            "delete",
            "Delete an API key; its service account goes with the last one",
            Key(),
            PathOf,
            (organization, key) => $"Deleted {key} of {organization}: it opens nothing any more."));

    /// <summary>A key.</summary>
    public static Argument<string> Key() => new("KEY") { Description = "The key's id, not the key itself" };

    /// <summary>The path of a key, or of what is done to it.</summary>
    public static ApiPath Path(string organization, string key, params IEnumerable<string> rest) => key.StartsWith("rbac_", StringComparison.Ordinal)
        ? throw CliErrors.Usage("This is a key or how one begins, and not its id: 'rbac key list --prefix' finds that. Never pass a whole key.")
        : ApiPath.OfOrganization(organization, ["api_keys", key, .. rest]);

    /// <summary>Prints a key, and says of the secret that it is not shown again.</summary>
    public static int Print(Invocation invocation, ServerAnswer answer)
    {
        if (!invocation.WantsJson && answer.Json.ContainsKey("key"))
            invocation.Printer.Note("The key is shown only now. Whoever has it can do what its service account can.");
        return invocation.Print(answer);
    }

    private static ApiPath PathOf(string organization, string key) => Path(organization, key);
}
