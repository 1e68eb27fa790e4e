namespace RbacGrains.LoadTests;

/// <summary>Who there is: one organization that is large, and many that share the others alike.</summary>
/// <param name="Organizations">How many organizations there are, the large one included; at least 2.</param>
/// <param name="Users">How many users there are, each a member of one organization.</param>
/// <param name="InLarge">How many of them are in the large one.</param>
internal sealed record Population(int Organizations, int Users, int InLarge)
{
    /// <summary>The large organization.</summary>
    public const string Large = "large";

    /// <summary>One of the others.</summary>
    public const string Small = "org-1";

    /// <summary>The organization of a number; 0 is the large one.</summary>
    public static string Organization(int number) => number == 0 ? Large : $"org-{number}";

    /// <summary>The user of a number.</summary>
    public static string User(int number) => $"user-{number}";

    /// <summary>The number of the organization of a user.</summary>
    public int OrganizationOf(int user) => user < InLarge ? 0 : 1 + ((user - InLarge) % (Organizations - 1));

    /// <summary>The numbers of the users of an organization.</summary>
    public IEnumerable<int> UsersOf(int organization)
    {
        if (organization == 0) return Enumerable.Range(0, InLarge);
        var (first, every) = (InLarge + organization - 1, Organizations - 1);
        return Enumerable.Range(0, Math.Max(0, (Users - first + every - 1) / every)).Select(number => first + (number * every));
    }
}
