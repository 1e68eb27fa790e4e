using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac preview plan</c>.</summary>
internal sealed class PreviewPlanCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();

    private readonly Argument<string> _plan = new("PLAN")
    {
        Description = "The plan to move to",
        CompletionSources = { ShippedNames.Plans },
    };

    private readonly ReassignOption _reassign = new();
    private readonly PreviewOptions _preview = new();

    /// <summary>Makes the command.</summary>
    public PreviewPlanCommand(Cli cli)
        : base(cli, "plan", "What 'rbac org update --plan' would do")
    {
        Add(_organization);
        Add(_plan);
        _reassign.AddTo(this);
        _preview.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var change = new JsonObject { ["plan"] = invocation.Text(_plan) };
        _reassign.WriteTo(change, invocation.Parsed);
        return _preview.Print(invocation, invocation.Text(_organization), "plan", change, cancellationToken);
    }
}
