using System.Globalization;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>Reads the headers that a change may carry: its name, its conditions, and why it is made.</summary>
internal static class ChangeHeaders
{
    /// <summary>Names the change, so that it can be sent again without being made again.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Says why, for the audit log.</summary>
    public const string Reason = "Rbac-Reason";

    /// <summary>An action that must still be allowed to the acting user when the change is made.</summary>
    public const string IfAllowed = "Rbac-If-Allowed";

    private const int MostKeyCharacters = 255;
    private const int MostReasonCharacters = 1024;

    /// <summary>Who makes the change, why, and on what condition.</summary>
    public static ChangeContext Read(HttpRequest request, Caller caller) => new()
    {
        Caller = caller,
        OperationId = Text(request, IdempotencyKey, MostKeyCharacters, "visible ASCII characters", static c => c is > ' ' and <= '~'),
        Reason = Text(request, Reason, MostReasonCharacters, "characters", static c => !char.IsControl(c)),
        RequiredAction = Text(request, IfAllowed, MostKeyCharacters, "characters of an action", static c => c is > ' ' and <= '~'),
        ExpectedVersion = ExpectedVersion(request.Headers),
    };

    private static string? Text(HttpRequest request, string header, int most, string what, Func<char, bool> admits)
    {
        if (!request.Headers.TryGetValue(header, out var values)) return null;
        var text = values.ToString();
        return values.Count == 1 && text.Length is > 0 && text.Length <= most && text.All(admits)
            ? text
            : throw Invalid($"The header {header} has to have 1 to {most} {what}, once.");
    }

    private static long? ExpectedVersion(IHeaderDictionary headers)
    {
        if (headers.TryGetValue("If-None-Match", out var none))
            return string.Equals(none.ToString(), "*", StringComparison.Ordinal)
                ? 0
                : throw Invalid("On a change, the header If-None-Match can only be '*': the resource must not exist.");
        if (!headers.TryGetValue("If-Match", out var match)) return null;
        var tag = match.ToString();
        if (string.Equals(tag, "*", StringComparison.Ordinal)) return null;
        return tag.Length > 2 && tag[0] == '"' && tag[^1] == '"'
            && long.TryParse(tag.AsSpan(1, tag.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw Invalid("The header If-Match has to be the ETag of one earlier answer, quotes included, such as '\"7\"'; or '*'.");
    }

    private static RequestException Invalid(string detail) => new(Problem.BadRequest(ProblemCodes.InvalidHeader, detail));
}
