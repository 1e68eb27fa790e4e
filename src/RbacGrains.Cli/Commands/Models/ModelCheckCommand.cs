using System.Text.Json;
using System.Text.Json.Nodes;
using RbacGrains.Model;

namespace RbacGrains.Cli;

/// <summary><c>rbac model check</c>: what a member with some role and grants could do.</summary>
internal sealed class ModelCheckCommand : CliCommand
{
    private readonly HypotheticalOptions _options = new();

    /// <summary>Makes the command.</summary>
    public ModelCheckCommand(Cli cli)
        : base(cli, "check", "Decide whether a member with a role and grants could do something") => _options.AddTo(this);

    /// <summary>The word for a reason, the server's.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var (policy, access, action) = _options.Read(invocation);
        var decision = Evaluator.Decide(policy, access, action, project: null, invocation.Host.Clock);
        var reason = Word(decision.Reason);
        if (invocation.WantsJson) invocation.Printer.Json(new JsonObject { ["allowed"] = decision.Allowed, ["reason"] = reason });
        else invocation.Printer.Verdict(decision.Allowed, $"{(decision.Allowed ? "allowed" : "denied")}: {reason}");
        return Task.FromResult(ExitCodes.OfCheck(decision.Allowed));
    }
}
