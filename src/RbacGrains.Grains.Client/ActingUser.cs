namespace RbacGrains.Grains;

/// <summary>
/// The acting user, carried along with every call that follows from theirs, for logs and call filters. It is the caller's word and never
/// proof: what a user may do is judged by the <see cref="Caller"/> that each request names.
/// </summary>
public static class ActingUser
{
    /// <summary>The key in <see cref="RequestContext"/>.</summary>
    public const string Key = "rbac.user";

    /// <summary>The user on whose behalf the present call is made; null for the service itself, or when nobody has said.</summary>
    public static string? Current => RequestContext.Get(Key) as string;

    internal static void Carry(Caller caller)
    {
        if (caller.User is { } user) RequestContext.Set(Key, user);
        else if (RequestContext.Get(Key) is not null) RequestContext.Remove(Key);
    }
}
