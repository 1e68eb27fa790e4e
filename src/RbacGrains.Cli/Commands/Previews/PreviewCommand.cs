using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary><c>rbac preview member|role|group ...</c>: what the command of the same name would do.</summary>
internal sealed class PreviewCommand : CliCommand
{
    private readonly Argument<string> _organization = PathArguments.Organization();
    private readonly Argument<string> _id;
    private readonly PreviewOptions _preview = new();
    private readonly string _part;
    private readonly string _idName;
    private readonly string _verb;
    private readonly Func<Invocation, JsonNode> _change;

    private PreviewCommand(
        Cli cli, string part, string name, Argument<string> id, string idName, string verb, Action<Command> more, Func<Invocation, JsonNode> change)
        : base(cli, name, $"What 'rbac {part} {name}' would do")
    {
        (_part, _id, _idName, _verb, _change) = (part, id, idName, verb, change);
        Add(_organization);
        Add(_id);
        more(this);
        _preview.AddTo(this);
    }

    /// <summary>Of a change of a member.</summary>
    public static PreviewCommand OfMember(Cli cli, string name, string verb, IContentOptions? content = null) =>
        Of(cli, "member", name, PathArguments.User(), "user", verb, content);

    /// <summary>Of a change of a role.</summary>
    public static PreviewCommand OfRole(Cli cli, string name, string verb, IContentOptions content) =>
        Of(cli, "role", name, RoleCommands.Role(), "role", verb, content);

    /// <summary>Of a change of a group.</summary>
    public static PreviewCommand OfGroup(Cli cli, string name, string verb, IContentOptions? content = null) =>
        Of(cli, "group", name, GroupCommands.Id(), "group", verb, content);

    /// <summary>Of a change of who is in a group.</summary>
    public static PreviewCommand OfGroupMember(Cli cli, string name, string verb)
    {
        var user = PathArguments.User();
        return new PreviewCommand(
            cli, "group", name, GroupCommands.Id(), "group", verb, command => command.Add(user), invocation => invocation.Text(user));
    }

    /// <inheritdoc/>
    protected override Task<int> Run(Invocation invocation, CancellationToken cancellationToken) => _preview.Print(
        invocation,
        invocation.Text(_organization),
        _part,
        new JsonObject { [_idName] = invocation.Text(_id), [_verb] = _change(invocation) },
        cancellationToken);

    private static PreviewCommand Of(
        Cli cli, string part, string name, Argument<string> id, string idName, string verb, IContentOptions? content) => content is null
        ? new PreviewCommand(cli, part, name, id, idName, verb, _ => { }, _ => true)
        : new PreviewCommand(cli, part, name, id, idName, verb, content.AddTo, invocation => content.Body(invocation.Parsed));
}
