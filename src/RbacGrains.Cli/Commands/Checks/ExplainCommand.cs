using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac explain</c>: the same decision as <c>rbac check</c>, with each step that led to it.</summary>
internal sealed class ExplainCommand : CliCommand
{
    private readonly CheckOptions _check = new();

    /// <summary>Makes the command.</summary>
    public ExplainCommand(Cli cli)
        : base(cli, "explain", "Decide as check does, and say what led to the decision") => _check.AddTo(this);

    /// <inheritdoc/>
    protected override async Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var answer = await invocation.Server.Ask(ApiPath.Of("explain"), _check.Read(invocation.Parsed), cancellationToken);
        var allowed = answer.Get<bool>("allowed");
        if (invocation.WantsJson)
        {
            invocation.Printer.Json(answer.Text);
            return ExitCodes.OfCheck(allowed);
        }

        invocation.Printer.Verdict(allowed, CellText.Visible(answer.Get<string>("sentence")));
        invocation.Printer.Table(StepsTable.Of(answer.Get<JsonArray>("steps")));
        return ExitCodes.OfCheck(allowed);
    }
}
