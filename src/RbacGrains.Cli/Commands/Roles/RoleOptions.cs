using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The options that say all that a role is to be.</summary>
internal sealed class RoleOptions : IContentOptions
{
    private readonly Option<string> _title = new("--title") { Description = "What people call it", HelpName = "text", Required = true };
    private readonly Option<string?> _description = new("--description") { Description = "What it is for", HelpName = "text" };

    private readonly Option<string?> _basedOn = new("--based-on")
    {
        Description = "The role that it builds on; an admin role counts as all there is",
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    private readonly Option<string[]> _grants = new("--grant")
    {
        Description = "A level in an area (knowledge/faqs=read), an action (agents:create), or one to withdraw (agents:message=none); may be repeated",
        HelpName = "area=level",
        CompletionSources = { ShippedNames.Grants },
    };

    private readonly Option<string[]> _plans = new("--plan")
    {
        Description = "A plan that offers it; may be repeated. Every plan that offers its base when not given",
        HelpName = "plan",
    };

    private readonly Option<string[]> _assignableBy = new("--assignable-by")
    {
        Description = "A role whose holders can give it; may be repeated. Whoever may change members when not given",
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    private readonly Option<bool> _acceptNarrowing = new("--accept-narrowing") { Description = "Also when members lose something by it" };

    /// <inheritdoc/>
    public void AddTo(Command command)
    {
        command.Add(_title);
        command.Add(_description);
        command.Add(_basedOn);
        command.Add(_grants);
        command.Add(_plans);
        command.Add(_assignableBy);
        command.Add(_acceptNarrowing);
    }

    /// <inheritdoc/>
    public JsonObject Body(ParseResult parsed)
    {
        var body = new JsonObject { ["title"] = parsed.GetValue(_title) };
        if (parsed.GetValue(_description) is { } description) body["description"] = description;
        if (parsed.GetValue(_basedOn) is { } basedOn) body["based_on"] = basedOn;
        if (parsed.GetValue(_grants) is { Length: > 0 } grants) body["grants"] = GrantText.ToJson(grants, _grants.Name);
        if (parsed.GetValue(_plans) is { Length: > 0 } plans) body["plans"] = Words(plans);
        if (parsed.GetValue(_assignableBy) is { Length: > 0 } givers) body["assignable_by"] = Words(givers);
        if (parsed.GetValue(_acceptNarrowing)) body["accept_narrowing"] = true;
        return body;
    }

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);
}
