using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Grants as an object: levels by area, <c>allow</c> by action.</summary>
internal static class GrantsJson
{
    /// <summary>The object of some grants, in their order.</summary>
    public static IReadOnlyDictionary<string, string> Of(Grants grants) => Of(grants.Items);

    /// <summary>The object of a list of grants, in its order.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<Grant> grants) =>
        new OrderedDictionary<string, string>(grants.Select(grant => KeyValuePair.Create(grant.On, grant.Level)), StringComparer.Ordinal);

    /// <summary>The grants of an object.</summary>
    /// <param name="grants">The object; null for none.</param>
    /// <param name="pointer">Where it is in the body.</param>
    public static Grants Read(Dictionary<string, string>? grants, string pointer)
    {
        if (grants is null) return Grants.Empty;
        foreach (var (on, level) in grants)
            // The serializer lets a null into a dictionary of strings.
            if (level is null)
                throw new RequestException(Problem.BadRequest(ProblemCodes.InvalidType,
                    "This has to be a level, and is null. Leave out what is not granted.", JsonPointer.Within(pointer, on)));
        return Grants.Of(grants);
    }
}
