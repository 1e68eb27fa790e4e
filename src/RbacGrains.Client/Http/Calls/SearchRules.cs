namespace RbacGrains.Client;

/// <summary>What of a search AuthZEN can say. What it cannot is an error, since a search without it would be another one.</summary>
internal static class SearchRules
{
    /// <summary>What is wrong with any search; null when nothing is.</summary>
    public static Error? Check(Evaluation evaluation, PageRequest page)
    {
        if (evaluation.Project is { } project && !Identifier.IsValid(project)) return Errors.InvalidId("a project", project).At("/project");
        // The protocol takes a size of 0, and answers one that is too large with less.
        if (page.Size is < 1 or > PageRequest.MaxSize) return Errors.InvalidValue($"A page has 1 to {PageRequest.MaxSize} items.");
        return IsSaid(evaluation.Project, evaluation.Properties.Resource)
            ? null
            : Errors.InvalidValue("Over HTTP the resource's property 'project' is the project of a search. Give both alike, or neither.", "/project");
    }

    /// <summary>What is wrong with a search for subjects: it names a resource.</summary>
    public static Error? CheckResource(Evaluation evaluation) => evaluation.Resource is not null
        ? null
        : Errors.InvalidValue("Over HTTP a search for subjects is about a resource. Name it.", "/resource");

    /// <summary>What is wrong with a search for actions: it says nothing of them.</summary>
    public static Error? CheckAction(Evaluation evaluation) => evaluation.Properties.Action.IsEmpty
        ? null
        : Errors.InvalidValue("Over HTTP a search for actions has no properties of the action. Leave them out.", "/properties/action");

    private static bool IsSaid(string? project, Properties resource) =>
        resource.Find("project") is { } said
            ? said.ValueKind == System.Text.Json.JsonValueKind.String && said.GetString() == project
            : project is null;
}
