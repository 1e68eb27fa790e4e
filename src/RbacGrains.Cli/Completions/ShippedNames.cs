using System.CommandLine.Completions;
using RbacGrains.Model;

namespace RbacGrains.Cli;

/// <summary>
/// Names to complete with. An organization's model is known only to its server, which completion does not wait for, so all
/// shipped models answer together.
/// </summary>
internal static class ShippedNames
{
    /// <summary>The models.</summary>
    public static IEnumerable<CompletionItem> Models(CompletionContext context) => Items(ShippedModels.Names);

    /// <summary>The plans.</summary>
    public static IEnumerable<CompletionItem> Plans(CompletionContext context) =>
        All(model => model.Plans.Select(plan => plan.Id));

    /// <summary>The roles.</summary>
    public static IEnumerable<CompletionItem> Roles(CompletionContext context) =>
        All(model => model.Roles.Select(role => role.Id));

    /// <summary>The presets.</summary>
    public static IEnumerable<CompletionItem> Presets(CompletionContext context) =>
        All(model => model.Presets.Select(preset => preset.Id));

    /// <summary>The actions.</summary>
    public static IEnumerable<CompletionItem> Actions(CompletionContext context) => All(model => model.Actions.Names);

    /// <summary>Everything that can be granted.</summary>
    public static IEnumerable<CompletionItem> Grants(CompletionContext context) => All(GrantsOf);

    /// <summary>Everything that a model has to grant.</summary>
    public static IEnumerable<string> GrantsOf(AuthorizationModel model) =>
        model.AreaTable.All.SelectMany(area => model.Levels.Select(level => $"{area.Id}={level.Id}")).Concat(model.Actions.Names);

    /// <summary>Words as completions.</summary>
    public static IEnumerable<CompletionItem> Items(IEnumerable<string> words) => words.Select(word => new CompletionItem(word));

    private static IEnumerable<CompletionItem> All(Func<AuthorizationModel, IEnumerable<string>> names) =>
        Items(ShippedModels.Load().All.SelectMany(names).Distinct().Order(StringComparer.Ordinal));
}
