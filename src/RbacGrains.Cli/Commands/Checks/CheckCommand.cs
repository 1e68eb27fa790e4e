using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary><c>rbac check</c>: whether a user may do something; many such questions with <c>--batch</c>.</summary>
internal sealed class CheckCommand : CliCommand
{
    private readonly CheckOptions _check = new();

    private readonly Option<string?> _batch = new("--batch")
    {
        Description = "Many checks: a file ('-': standard input) of lines org,user,action[,project]",
        HelpName = "file",
    };

    /// <summary>Makes the command.</summary>
    public CheckCommand(Cli cli)
        : base(cli, "check", "Decide whether a user may do something: exits with 0 when allowed, with 1 when denied")
    {
        _check.AddTo(this);
        Add(_batch);
    }

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Get(_batch) is { } file)
            return _check.IsGiven(invocation.Parsed)
                ? throw CliErrors.Usage("Give one check, or --batch with a file of them.")
                : await BatchCheck.Run(invocation, file, cancellationToken);

        var answer = await invocation.Server.Ask(ApiPath.Of("check"), _check.Read(invocation.Parsed), cancellationToken);
        var allowed = answer.Get<bool>("allowed");
        if (invocation.WantsJson) invocation.Printer.Json(answer.Text);
        else invocation.Printer.Verdict(allowed, $"{(allowed ? "allowed" : "denied")}: {Reason(answer)}");
        return ExitCodes.OfCheck(allowed);
    }

    private static string Reason(ServerAnswer answer) => CellText.Of(answer.Json["reason"]);
}
