using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>One check.</summary>
internal sealed record Check(string Organization, string User, string Action, string? Project)
{
    /// <summary>The check as the server takes it.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["organization"] = Organization, ["user"] = User, ["action"] = Action };
        if (Project is not null) json["project"] = Project;
        return json;
    }
}
