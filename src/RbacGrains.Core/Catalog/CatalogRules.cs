using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>What an entry of the resource catalog can say.</summary>
internal static class CatalogRules
{
    private const int LongestName = 200;

    /// <summary>What is wrong with an entry; null when nothing is.</summary>
    public static Error? Check(AuthorizationModel model, ResourceReference resource, ResourceContent content)
    {
        if (CheckType(model, resource.Type) is { } type) return type;
        if (!Identifier.IsValid(resource.Id)) return Errors.InvalidId("a resource", resource.Id);
        if (content.Name is { } name && (name.Length > LongestName || string.IsNullOrWhiteSpace(name) || !Text.IsPlain(name)))
            return Errors.InvalidValue(
                $"A name has 1 to {LongestName} characters, not all of them blank, and no control characters.", "/name");
        if (content.Project is not { } project) return null;
        if (resource.Type is ResourceTypes.Project or ResourceTypes.User)
            return Errors.InvalidValue($"A {resource.Type} belongs to no project; leave it out.", "/project");
        return Identifier.IsValid(project) ? null : Errors.InvalidId("a project", project).At("/project");
    }

    /// <summary>The refusal of a type that no resource of the organization can have; null for others.</summary>
    public static Error? CheckType(AuthorizationModel model, string type) => ResourceTypes.IsKnown(model, type)
        ? null
        : Errors.Unknown(
            ErrorCodes.UnknownResourceType,
            "type of resource",
            type,
            [ResourceTypes.Project, ResourceTypes.User, .. model.Resources.Select(known => known.Id), .. model.AreaTable.All.Select(area => area.Id)]);

    /// <summary>No such resource.</summary>
    public static Error NotFound(ResourceReference resource) => new(
        ErrorKind.NotFound, ErrorCodes.ResourceNotFound, $"The catalog has no such resource of the type '{Errors.Shorten(resource.Type)}'.");
}
