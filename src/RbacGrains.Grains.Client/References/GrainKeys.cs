namespace RbacGrains.Grains;

/// <summary>Makes grain keys of ids that callers send.</summary>
internal static class GrainKeys
{
    private const int Longest = 200;

    /// <summary>
    /// The key of an id. An id is its own key; what is none (empty, too long) goes to a grain that refuses it by its own rules, under a
    /// key that no id has and that Orleans can carry.
    /// </summary>
    public static string Of(string id) => id switch
    {
        _ when string.IsNullOrWhiteSpace(id) => "/",
        { Length: > Longest } => id[..Longest],
        _ => id,
    };
}
