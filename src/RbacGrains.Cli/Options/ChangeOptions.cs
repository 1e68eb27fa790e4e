using System.CommandLine;

namespace RbacGrains.Cli;

/// <summary>The options of every change.</summary>
internal sealed class ChangeOptions
{
    private readonly Option<string?> _reason = new("--reason")
    {
        Description = "Why, for the audit log",
        HelpName = "text",
    };

    private readonly Option<string?> _idempotencyKey = new("--idempotency-key")
    {
        Description = "Names the change: sent again under the same name, it is made once",
        HelpName = "name",
    };

    private readonly Option<string?> _ifMatch = new("--if-match")
    {
        Description = "Only if this is still the version (ETag) of what is changed",
        HelpName = "version",
    };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_reason);
        command.Add(_idempotencyKey);
        command.Add(_ifMatch);
    }

    /// <summary>What they say.</summary>
    public ChangeHeaders Read(ParseResult parsed) =>
        new(parsed.GetValue(_reason), parsed.GetValue(_idempotencyKey), AsTag(parsed.GetValue(_ifMatch)));

    /// <summary>A version as an ETag: shells eat the quotes of "7", and the versions in answers have none.</summary>
    public static string? AsTag(string? version) =>
        version is null or "*" || version.StartsWith('"') ? version : $"\"{version}\"";
}
