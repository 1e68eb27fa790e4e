using System.CommandLine;
using System.CommandLine.Help;

namespace RbacGrains.Cli;

/// <summary>The root of all commands.</summary>
internal static class RbacCommand
{
    private const string Purpose = """
        rbac: who may do what, for teams.

        Models and databases are looked at without a server. Everything else asks the server that --server or RBAC_SERVER names, with the key of
        --key, --key-file, RBAC_KEY or RBAC_KEY_FILE. Exit codes: an allowed check 0, a denied one 1, an error 2.
        """;

    /// <summary>Makes the commands of one run.</summary>
    public static RootCommand For(CliHost host)
    {
        var cli = new Cli(host, new GlobalOptions());
        var root = new RootCommand(Purpose)
        {
            new CheckCommand(cli),
            new ExplainCommand(cli),
            OrgCommands.Of(cli),
            MemberCommands.Of(cli),
            RoleCommands.Of(cli),
            GroupCommands.Of(cli),
            InviteCommands.Of(cli),
            KeyCommands.Of(cli),
            ServiceAccountCommands.Of(cli),
            PreviewCommands.Of(cli),
            ModelCommands.Of(cli),
            DatabaseCommands.Of(cli),
            new CompletionCommand(cli),
        };
        cli.Global.AddTo(root);
        // The library's has /h and /? besides, which completion would offer wherever something else is due.
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Add(new HelpOption("--help", "-h"));
        return root;
    }
}
