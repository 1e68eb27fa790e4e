using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>The types of resources: the model's resources and areas, and two that every organization has.</summary>
public static class ResourceTypes
{
    /// <summary>A project. What is done to it is done within it.</summary>
    public const string Project = "project";

    /// <summary>A user; what the catalog says of one stands in where a request says nothing of the subject.</summary>
    public const string User = "user";

    /// <summary>Whether an organization of that model has resources of a type.</summary>
    public static bool IsKnown(AuthorizationModel model, string type)
    {
        ArgumentNullException.ThrowIfNull(model);
        return type is Project or User || !model.VerbsOf(type).IsEmpty;
    }

    /// <summary>
    /// What can be done to resources of a type, by the names that are asked for there: the verbs of a resource or an area; for a project
    /// everything in the model, in full. Empty for an unknown type.
    /// </summary>
    public static ImmutableArray<string> ActionsOf(AuthorizationModel model, string type)
    {
        ArgumentNullException.ThrowIfNull(model);
        var verbs = model.VerbsOf(type);
        return verbs.IsEmpty && type == Project ? model.Actions.Names : verbs;
    }

    /// <summary>The action that a name means for a type: a verb of it, or the name itself where that is written in full.</summary>
    public static string ActionNamed(string type, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.AsSpan().ContainsAny(':', '@') ? name : $"{type}:{name}";
    }
}
