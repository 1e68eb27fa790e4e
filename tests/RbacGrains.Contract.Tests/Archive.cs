using System.Text.Json;

namespace RbacGrains.Contract.Tests;

/// <summary>Short words for evaluations in an organization of <see cref="ContractModels.Archive"/>.</summary>
public static class Archive
{
    public static ResourceReference Record(string id) => new("record", id);

    public static Properties Properties(string json) => RbacGrains.Model.Properties.Of(JsonElement.Parse(json));

    public static ResourceContent Content(string properties, string? name = null, string? project = null) =>
        new() { Name = name, Project = project, Properties = Properties(properties) };

    /// <summary>An evaluation of <c>record:</c> and a verb.</summary>
    public static Evaluation Ask(
        string verb, string? record = null, string resource = "{}", string subject = "{}", string action = "{}", string? project = null) => new()
        {
            Action = $"record:{verb}",
            Project = project,
            Resource = record is null ? null : Record(record),
            Properties = new RequestProperties
            {
                Resource = Properties(resource),
                Subject = Properties(subject),
                Action = Properties(action),
            },
        };
}
