using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The options that take away single things of what a member is assigned.</summary>
/// <param name="hasEmail">Whether the member can have an e-mail address.</param>
internal sealed class RemovalOptions(bool hasEmail = true)
{
    private readonly Option<string[]> _grants = new("--no-grant")
    {
        Description = "Take a grant away; may be repeated",
        HelpName = "area|action",
    };

    private readonly Option<string[]> _projects = new("--no-project")
    {
        Description = "Lift all bounds inside a project; may be repeated",
        HelpName = "project",
    };

    private readonly Option<bool> _allGrants = new("--no-grants") { Description = "Take all grants away" };
    private readonly Option<bool> _allProjects = new("--no-projects") { Description = "Lift the bounds inside all projects" };
    private readonly Option<bool> _expiry = new("--no-expiry") { Description = "The membership does not end" };
    private readonly Option<bool> _email = new("--no-email") { Description = "Forget the e-mail address" };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_grants);
        command.Add(_allGrants);
        command.Add(_projects);
        command.Add(_allProjects);
        command.Add(_expiry);
        if (hasEmail) command.Add(_email);
    }

    /// <summary>Puts what they say into a merge patch (RFC 7396), where null takes away.</summary>
    /// <exception cref="CliException">The patch already sets what is to be taken away.</exception>
    public void WriteTo(JsonObject patch, ParseResult parsed)
    {
        if (parsed.GetValue(_allGrants)) Remove(patch, "grants", _allGrants);
        if (parsed.GetValue(_allProjects)) Remove(patch, "projects", _allProjects);
        if (parsed.GetValue(_expiry)) Remove(patch, "expires_at", _expiry);
        if (hasEmail && parsed.GetValue(_email)) Remove(patch, "email", _email);
        RemoveWithin(patch, "grants", _grants, parsed);
        RemoveWithin(patch, "projects", _projects, parsed);
    }

    private static void RemoveWithin(JsonObject patch, string property, Option<string[]> option, ParseResult parsed)
    {
        if (parsed.GetValue(option) is not { Length: > 0 } names) return;
        if (patch.ContainsKey(property) && patch[property] is null) return;
        if (patch[property] is not JsonObject within) patch[property] = within = [];
        foreach (var name in names) Remove(within, name, option);
    }

    private static void Remove(JsonObject patch, string property, Option option) =>
        patch[property] = patch[property] is null ? null : throw CliErrors.Usage($"{option.Name} takes away '{property}', which another option sets.");
}
