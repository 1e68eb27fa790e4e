namespace RbacGrains.Model;

/// <summary>
/// The ids of organizations, users, projects and invitations: case-sensitive ordinal strings of 1 to 128 characters of
/// <c>A-Z a-z 0-9 . _ : @ + -</c> (an e-mail address fits), but not <c>.</c> or <c>..</c>: as a segment of a path they mean
/// another place (RFC 3986, 5.2.4), and a client would ask for that one.
/// </summary>
public static class Identifier
{
    /// <summary>The most characters an id may have.</summary>
    public const int MaxLength = 128;

    private static readonly System.Buffers.SearchValues<char> Alphabet =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:@+-");

    /// <summary>Whether something is an id.</summary>
    public static bool IsValid(ReadOnlySpan<char> id) =>
        id.Length is > 0 and <= MaxLength && !id.ContainsAnyExcept(Alphabet) && id is not ("." or "..");
}
