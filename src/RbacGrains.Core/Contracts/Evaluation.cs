using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>A check that says what is acted on and how, so that conditions can be judged.</summary>
public sealed record Evaluation
{
    /// <summary>What, as <c>resource:verb</c>; or an area at a level, <c>knowledge/faqs@edit</c>. Searches for actions ignore it.</summary>
    public required string Action { get; init; }

    /// <summary>
    /// Within which project; null for that of the resource: itself when its type is <see cref="ResourceTypes.Project"/>, else the one that the
    /// catalog names, if any, else the organization itself.
    /// </summary>
    public string? Project { get; init; }

    /// <summary>What it is done to; null when it is not named. What the catalog knows of it stands in where the request is silent.</summary>
    public ResourceReference? Resource { get; init; }

    /// <summary>What the request says.</summary>
    public RequestProperties Properties { get; init; } = RequestProperties.None;
}
