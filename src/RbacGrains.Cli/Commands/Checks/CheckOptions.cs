using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>What a check is about.</summary>
internal sealed class CheckOptions
{
    private readonly Argument<string?> _organization = New("ORG", "The organization");
    private readonly Argument<string?> _user = New("USER", "Who");
    private readonly Argument<string?> _action = New("ACTION", "What, as resource:verb");
    private readonly Option<string?> _project = new("--project") { Description = "Within this project", HelpName = "project" };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        _action.CompletionSources.Add(ShippedNames.Actions);
        command.Add(_organization);
        command.Add(_user);
        command.Add(_action);
        command.Add(_project);
    }

    /// <summary>Whether any of it is on the command line.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_organization) is not null || parsed.GetValue(_project) is not null;

    /// <summary>The check as the server takes it.</summary>
    public JsonObject Read(ParseResult parsed) => parsed.GetValue(_action) is { } action
        ? new Check(parsed.GetValue(_organization)!, parsed.GetValue(_user)!, action, parsed.GetValue(_project)).ToJson()
        : throw CliErrors.Usage("A check takes an organization, a user and an action: rbac check acme ada@acme.com agents:create");

    // Left out with --batch, so optional to the parser.
    private static Argument<string?> New(string name, string description) =>
        new(name) { Description = description, HelpName = name, Arity = ArgumentArity.ZeroOrOne };
}
