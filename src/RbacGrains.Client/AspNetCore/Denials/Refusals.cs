using System.Collections.Immutable;

namespace RbacGrains.Client;

/// <summary>Makes the errors that only the edge of an application has.</summary>
internal static class Refusals
{
    /// <summary>No answer can be had; what is the matter is in the application's log and nobody else's business.</summary>
    public static Error NoAnswer { get; } = new(
        ErrorKind.Unavailable, ErrorCodes.GridUnavailable, "Whether this is allowed cannot be found out at present. Try again in a moment.");

    /// <summary>Nobody is signed in.</summary>
    public static Error Unauthenticated { get; } = new(ErrorKind.Denied, DenialCodes.Unauthenticated, "Nobody is signed in. Sign in, and send it again.")
    {
        DenialStatus = 401,
    };

    /// <summary>None of several actions is held.</summary>
    public static Error NoneOf(ImmutableArray<string> actions) => new(
        ErrorKind.Denied,
        ErrorCodes.PermissionDenied,
        $"This needs one of the actions {string.Join(", ", actions.Select(action => $"'{action}'"))}, none of which the acting user holds.");
}
