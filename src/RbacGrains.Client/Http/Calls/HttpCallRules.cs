using System.Text;

namespace RbacGrains.Client;

/// <summary>What of a request cannot travel: ids that are none, and words that no header may carry. The errors are those that Core has for the same.</summary>
internal static class HttpCallRules
{
    private const int LongestReason = 1024;
    private const int LongestOperation = 255;

    /// <summary>What is wrong with a request; null when nothing is.</summary>
    public static Error? Check(HttpCall call) =>
        CheckCaller(call) ?? (call.Change is null ? null : CheckChange(call.Change));

    /// <summary>Whether a caller can be anybody.</summary>
    public static bool Exists(Caller caller) => caller.IsService || Identifier.IsValid(caller.User);

    // The API knows callers by their user alone, so whoever is bound to an organization is kept to it here, and is never taken for the service.
    private static Error? CheckCaller(HttpCall call) =>
        call.Caller.IsService || (Exists(call.Caller) && (call.Organization is null || call.Caller.Sees(call.Organization))) ? null
        : call.Organization is { } organization ? Errors.OrganizationNotFound(organization)
        : Errors.InvalidId("a user (the caller)", call.Caller.User ?? "");

    private static Error? CheckChange(ChangeContext change)
    {
        if (change.Reason is { } reason && (reason.Length > LongestReason || !IsLine(reason)))
            return Errors.InvalidValue($"A reason has at most {LongestReason} characters, and no control characters.");
        if (change.OperationId is { } operation && (operation.Length is 0 or > LongestOperation || !IsVisible(operation)))
            return Errors.InvalidValue($"Over HTTP an operation id has 1 to {LongestOperation} visible ASCII characters.");
        if (change.RequiredAction is { } action && (action.Length is 0 or > LongestOperation || !IsVisible(action)))
            return new Error(ErrorKind.Invalid, ErrorCodes.UnknownAction, "The required action is none: an action is 'resource:verb'.");
        return change.ExpectedVersion is < 0 ? Errors.InvalidValue("A version is never negative.") : null;
    }

    private static bool IsVisible(string text) => !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    // A control character would end the header, and half a character is none in UTF-8.
    private static bool IsLine(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done || Rune.IsControl(rune)) return false;
            rest = rest[length..];
        }
        return true;
    }
}
