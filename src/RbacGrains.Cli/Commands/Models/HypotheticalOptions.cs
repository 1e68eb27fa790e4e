using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using RbacGrains.Model;

namespace RbacGrains.Cli;

/// <summary>The options that describe a member whom no server knows: a model, a plan, a role and grants.</summary>
internal sealed class HypotheticalOptions
{
    private readonly Argument<string> _model = ModelCommands.Argument();
    private readonly Argument<string> _action = new("ACTION") { Description = "What, as resource:verb", HelpName = "ACTION" };
    private readonly Option<string> _role = new("--role") { Description = "The member's role", HelpName = "role", Required = true };

    private readonly Option<string[]> _grants = new("--grant")
    {
        Description = "A level in an area (knowledge/faqs=read) or an action (agents:create); may be repeated",
        HelpName = "area=level",
    };

    private readonly Option<string?> _plan = new("--plan")
    {
        Description = "The organization's plan; the model's largest when not given",
        HelpName = "plan",
    };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        _action.CompletionSources.Add(context => Names(context, model => model.Actions.Names));
        _role.CompletionSources.Add(context => Names(context, model => model.Roles.Select(role => role.Id)));
        _plan.CompletionSources.Add(context => Names(context, model => model.Plans.Select(plan => plan.Id)));
        _grants.CompletionSources.Add(context => Names(context, ShippedNames.GrantsOf));
        command.Add(_model);
        command.Add(_action);
        command.Add(_role);
        command.Add(_grants);
        command.Add(_plan);
    }

    /// <summary>What they say.</summary>
    /// <exception cref="CliException">The model has no such thing.</exception>
    public Hypothesis Read(Invocation invocation)
    {
        var model = ModelSource.Load(invocation.Text(_model), invocation.Host.Error);
        var plan = invocation.Get(_plan) ?? model.Plans[^1].Id;
        if (model.FindPlan(plan) is null) throw Unknown(model, "plan", plan, model.Plans.Select(known => known.Id));
        var role = invocation.Get(_role)!;
        if (model.FindRole(role) is null) throw Unknown(model, "role", role, model.Roles.Select(known => known.Id));
        var name = invocation.Text(_action);
        if (!model.Actions.TryFind(name, out var action)) throw Unknown(model, "action", name, model.Actions.Names);
        return new Hypothesis(new Policy(model, plan), new Access { Role = role, Grants = GrantsIn(invocation, model) }, action);
    }

    private Grants GrantsIn(Invocation invocation, AuthorizationModel model)
    {
        var grants = (invocation.Get(_grants) ?? []).Select(text => GrantText.Read(text, _grants.Name)).ToImmutableArray();
        foreach (var (on, level) in grants)
        {
            if (model.Actions.TryFind(on, out _)) continue;
            if (!model.AreaTable.TryFind(on, out _)) throw Unknown(model, "area or action", on, model.AreaTable.All.Select(area => area.Id));
            if (model.RankOf(level) < 0) throw Unknown(model, "level", level, model.Levels.Select(known => known.Id));
        }

        return Grants.Of(grants);
    }

    private static CliException Unknown(AuthorizationModel model, string what, string name, IEnumerable<string> known) =>
        CliErrors.Usage($"The model '{model.Name}' has no {what} '{name}'. Known: {string.Join(", ", known)}.");

    private IEnumerable<CompletionItem> Names(CompletionContext context, Func<AuthorizationModel, IEnumerable<string>> names) =>
        context.ParseResult.GetValue(_model) is { } model && ModelSource.TryRead(model) is { } known ? ShippedNames.Items(names(known)) : [];
}
