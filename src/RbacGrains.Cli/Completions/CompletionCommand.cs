using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac completion</c>: prints the script that teaches a shell to complete <c>rbac</c>.</summary>
internal sealed class CompletionCommand : CliCommand
{
    private readonly Argument<string> _shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell" }
        .AcceptOnlyFromAmong("bash", "zsh", "fish", "powershell");

    /// <summary>Makes the command.</summary>
    public CompletionCommand(Cli cli)
        : base(cli, "completion", "Print the completion script of a shell") => Add(_shell);

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        using var script = new StreamReader(GetType().Assembly.GetManifestResourceStream($"rbac.{invocation.Text(_shell)}")!);
        invocation.Printer.Text(script.ReadToEnd());
        return Task.FromResult(ExitCodes.Success);
    }
}
