using System.Text.Json.Serialization;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>One check. It has setters because reading them is cheapest, and nothing is read more often.</summary>
internal sealed class CheckBody
{
    /// <summary>Where.</summary>
    [JsonRequired]
    public string Organization { get; set; } = null!;

    /// <summary>Who.</summary>
    [JsonRequired]
    public string User { get; set; } = null!;

    /// <summary>What, as <c>resource:verb</c>.</summary>
    [JsonRequired]
    public string Action { get; set; } = null!;

    /// <summary>Within which project; the organization itself when not given.</summary>
    public string? Project { get; set; }

    /// <summary>What it is done to. What the catalog knows of it stands in where the properties are silent.</summary>
    public ResourceBody? Resource { get; set; }

    /// <summary>
    /// What conditions of the model are judged by. Without properties and resource, what is held under a condition only is denied.
    /// </summary>
    public PropertiesBody? Properties { get; set; }

    /// <summary>Whether conditions are to be judged.</summary>
    [JsonIgnore]
    public bool IsEvaluation => Resource is not null || Properties is not null;

    /// <summary>The check as an evaluation.</summary>
    /// <exception cref="RequestException">Its properties cannot be understood.</exception>
    public Evaluation ToEvaluation(string pointer) => new()
    {
        Action = Action,
        Project = Project,
        Resource = Resource is null ? null : new ResourceReference(Resource.Type, Resource.Id),
        Properties = Properties?.Read($"{pointer}/properties") ?? RequestProperties.None,
    };
}
