using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The options that bound a member inside single projects. Each names its project first: <c>--project-role web=viewer</c>.</summary>
internal sealed class ProjectOptions
{
    private readonly Option<string[]> _roles = New("--project-role", "project=role", "A role that bounds the member inside a project ('*': every other)");
    private readonly Option<string[]> _grants = New("--project-grant", "project=area=level", "A grant that bounds the member inside a project");
    private readonly Option<string[]> _presets = New("--project-preset", "project=preset", "A common configuration that does");
    private readonly Option<string[]> _ends = New("--project-expires-at", "project=time", "When a project is closed to the member");

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_roles);
        command.Add(_grants);
        command.Add(_presets);
        command.Add(_ends);
    }

    /// <summary>The projects by name, each with all that is said of it; empty when nothing is.</summary>
    public JsonObject Read(ParseResult parsed)
    {
        var projects = new JsonObject();
        foreach (var (project, role) in PairsOf(_roles)) Of(project)["role"] = role;
        foreach (var (project, preset) in PairsOf(_presets)) Of(project)["preset"] = preset;
        foreach (var (project, end) in PairsOf(_ends)) Of(project)["expires_at"] = end;
        foreach (var (project, text) in PairsOf(_grants))
        {
            var (on, level) = GrantText.Read(text, _grants.Name);
            Within(Of(project), "grants")[on] = level;
        }

        return projects;

        IEnumerable<(string, string)> PairsOf(Option<string[]> option) =>
            (parsed.GetValue(option) ?? []).Select(text => Pairs.Read(text, option.Name, option.HelpName!));

        JsonObject Of(string project) => Within(projects, project);
    }

    private static JsonObject Within(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject present) return present;
        var added = new JsonObject();
        parent[name] = added;
        return added;
    }

    private static Option<string[]> New(string name, string form, string description) =>
        new(name) { Description = description, HelpName = form };
}
