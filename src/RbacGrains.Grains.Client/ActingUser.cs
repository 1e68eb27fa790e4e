namespace RbacGrains.Grains;

/// <summary>
/// The acting user, carried along with every call that follows from theirs, for logs and call filters, and where they act. It is the caller's
/// word and never proof: whoever can reach a silo can say anything here. What a user may do is judged by the <see cref="Caller"/> that
/// each request to RbacGrains names.
/// </summary>
public static class ActingUser
{
    /// <summary>The user's key in <see cref="RequestContext"/>.</summary>
    public const string Key = "rbac.user";

    /// <summary>The organization's key in <see cref="RequestContext"/>.</summary>
    public const string OrganizationKey = "rbac.organization";

    /// <summary>The project's key in <see cref="RequestContext"/>.</summary>
    public const string ProjectKey = "rbac.project";

    /// <summary>The user on whose behalf the present call is made; null for the service itself, or when nobody has said.</summary>
    public static string? Current => RequestContext.Get(Key) as string;

    /// <summary>The organization in which they act; null when nobody has said.</summary>
    public static string? Organization => RequestContext.Get(OrganizationKey) as string;

    /// <summary>The project in which they act; null when nobody has said.</summary>
    public static string? Project => RequestContext.Get(ProjectKey) as string;

    /// <summary>
    /// Makes the calls that follow on somebody's behalf, until it is disposed of: in a program without requests of its own, in a timer or a
    /// reminder of a grain (as a service account, say), in a test.
    /// </summary>
    /// <param name="user">Who.</param>
    /// <param name="organization">Where; null when that is for each call to say.</param>
    /// <param name="project">Within which project; null for the organization itself.</param>
    /// <returns>To be disposed of in the method that has called this, and in the same flow; then it is as before.</returns>
    public static IDisposable Act(string user, string? organization = null, string? project = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(user);
        var before = new Scope(Current, Organization, Project);
        Set(new ActingAs(user, organization, project));
        return before;
    }

    internal static void Set(ActingAs acting)
    {
        Put(Key, acting.User);
        Put(OrganizationKey, acting.Organization);
        Put(ProjectKey, acting.Project);
    }

    internal static void Carry(Caller caller) => Put(Key, caller.User);

    private static void Put(string key, string? value)
    {
        if (value is not null) RequestContext.Set(key, value);
        else if (RequestContext.Get(key) is not null) RequestContext.Remove(key);
    }

    private sealed class Scope(string? user, string? organization, string? project) : IDisposable
    {
        public void Dispose()
        {
            Put(Key, user);
            Put(OrganizationKey, organization);
            Put(ProjectKey, project);
        }
    }
}
