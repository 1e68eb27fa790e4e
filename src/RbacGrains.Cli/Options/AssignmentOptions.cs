using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The options that say what somebody is to hold: a role, grants, a common configuration.</summary>
internal sealed class AssignmentOptions
{
    private readonly GrantOptions _grants = new();

    /// <summary>The role.</summary>
    public Option<string?> Role { get; } = new("--role")
    {
        Description = "The role; the model's default one when it has one",
        HelpName = "role",
        CompletionSources = { ShippedNames.Roles },
    };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Role);
        _grants.AddTo(command);
    }

    /// <summary>Puts what they say into a body; what is not given is left out.</summary>
    public void WriteTo(JsonObject body, ParseResult parsed)
    {
        if (parsed.GetValue(Role) is { } role) body["role"] = role;
        _grants.WriteTo(body, parsed);
    }
}
