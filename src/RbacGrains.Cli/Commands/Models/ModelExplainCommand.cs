using System.Text.Json.Nodes;
using RbacGrains.Model;

namespace RbacGrains.Cli;

/// <summary><c>rbac model explain</c>: the same decision as <c>rbac model check</c>, with each step that led to it.</summary>
internal sealed class ModelExplainCommand : CliCommand
{
    private readonly HypotheticalOptions _options = new();

    /// <summary>Makes the command.</summary>
    public ModelExplainCommand(Cli cli)
        : base(cli, "explain", "Decide as check does, and say what led to the decision") => _options.AddTo(this);

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var (policy, access, action) = _options.Read(invocation);
        var explanation = Explainer.Explain(policy, access, action, project: null, invocation.Host.Clock);
        var steps = new JsonArray([.. explanation.Steps.Select(Json)]);
        if (invocation.WantsJson)
        {
            invocation.Printer.Json(new JsonObject
            {
                ["allowed"] = explanation.Decision.Allowed,
                ["reason"] = ModelCheckCommand.Word(explanation.Decision.Reason),
                ["action"] = explanation.Action,
                ["steps"] = steps,
                ["sentence"] = explanation.Sentence,
            });
            return Task.FromResult(ExitCodes.OfCheck(explanation.Decision.Allowed));
        }

        invocation.Printer.Verdict(explanation.Decision.Allowed, CellText.Visible(explanation.Sentence));
        invocation.Printer.Table(StepsTable.Of(steps));
        return Task.FromResult(ExitCodes.OfCheck(explanation.Decision.Allowed));
    }

    private static JsonObject Json(ExplanationStep step) => new()
    {
        ["kind"] = ModelCheckCommand.Word(step.Kind),
        ["effect"] = ModelCheckCommand.Word(step.Effect),
        ["subject"] = step.Subject,
        ["level"] = step.Level,
        ["text"] = step.Text,
    };
}
