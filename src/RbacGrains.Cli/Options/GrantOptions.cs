using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The options that say what is to be granted: levels, single actions, a common configuration.</summary>
internal sealed class GrantOptions
{
    /// <summary>Levels in areas, and single actions.</summary>
    public Option<string[]> Grants { get; } = new("--grant")
    {
        Description = "A level in an area (knowledge/faqs=read) or an action (agents:create); may be repeated",
        HelpName = "area=level",
        CompletionSources = { ShippedNames.Grants },
    };

    /// <summary>A common configuration.</summary>
    public Option<string?> Preset { get; } = new("--preset")
    {
        Description = "A common configuration of the model; grants go on top of it",
        HelpName = "preset",
        CompletionSources = { ShippedNames.Presets },
    };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Grants);
        command.Add(Preset);
    }

    /// <summary>Puts what they say into a body; what is not given is left out.</summary>
    public void WriteTo(JsonObject body, ParseResult parsed)
    {
        if (parsed.GetValue(Preset) is { } preset) body["preset"] = preset;
        if (parsed.GetValue(Grants) is { Length: > 0 } grants) body["grants"] = GrantText.ToJson(grants, Grants.Name);
    }
}
