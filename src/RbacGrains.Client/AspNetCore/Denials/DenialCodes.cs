namespace RbacGrains.Client;

/// <summary>
/// The stable codes of what can keep a request out beside those of <see cref="ErrorCodes"/>. A code is never renamed or given another meaning.
/// </summary>
public static class DenialCodes
{
    /// <summary>Nobody is signed in.</summary>
    public const string Unauthenticated = "unauthenticated";

    /// <summary>Somebody is signed in, but the identity names no user.</summary>
    public const string UserRequired = "user_required";

    /// <summary>The request names no organization.</summary>
    public const string OrganizationRequired = "organization_required";

    /// <summary>A header, a parameter or a claim names more than one.</summary>
    public const string AmbiguousId = "ambiguous_id";
}
