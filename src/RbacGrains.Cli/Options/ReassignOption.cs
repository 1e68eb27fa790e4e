using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The option that says which roles members get instead of those that go.</summary>
internal sealed class ReassignOption
{
    private readonly Option<string[]> _reassign = new("--reassign")
    {
        Description = "What members get instead of a role that the new plan does not offer; may be repeated",
        HelpName = "role=role",
    };

    /// <summary>Gives it to a command.</summary>
    public void AddTo(Command command) => command.Add(_reassign);

    /// <summary>Puts what it says into a body; nothing where it is not given.</summary>
    public void WriteTo(JsonObject body, ParseResult parsed)
    {
        if (parsed.GetValue(_reassign) is { Length: > 0 } roles) body["reassign"] = new JsonObject(roles.Select(Pair));
    }

    private KeyValuePair<string, JsonNode?> Pair(string text)
    {
        var (from, to) = Pairs.Read(text, _reassign.Name, "role=role");
        return KeyValuePair.Create(from, (JsonNode?)to);
    }
}
