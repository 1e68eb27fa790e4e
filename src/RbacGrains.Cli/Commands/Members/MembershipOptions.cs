using System.CommandLine;
using System.Text.Json.Nodes;

namespace RbacGrains.Cli;

/// <summary>The options that say of a membership whose it is and how long it lasts.</summary>
/// <param name="hasEmail">Whether the member can have an e-mail address.</param>
internal sealed class MembershipOptions(bool hasEmail = true)
{
    private readonly Option<string?> _email = new("--email") { Description = "The member's e-mail address", HelpName = "address" };

    private readonly Option<string?> _expiresAt = new("--expires-at")
    {
        Description = "When the membership ends (RFC 3339: 2027-01-31T12:00:00Z)",
        HelpName = "time",
    };

    private readonly Option<bool?> _suspended = new("--suspended")
    {
        Description = "Whether the member holds nothing until that is taken back (--suspended false)",
        HelpName = "true|false",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result => result.Tokens switch
        {
            [] => true,
            [var word] when bool.TryParse(word.Value, out var value) => value,
            _ => Refuse(result),
        },
    };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        if (hasEmail) command.Add(_email);
        command.Add(_expiresAt);
        command.Add(_suspended);
    }

    /// <summary>Puts what they say into a body; what is not given is left out.</summary>
    public void WriteTo(JsonObject body, ParseResult parsed)
    {
        if (hasEmail && parsed.GetValue(_email) is { } email) body["email"] = email;
        if (parsed.GetValue(_expiresAt) is { } end) body["expires_at"] = end;
        if (parsed.GetValue(_suspended) is { } suspended) body["suspended"] = suspended;
    }

    private static bool? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"--suspended is true or false, and not '{result.Tokens[0].Value}'.");
        return null;
    }
}
