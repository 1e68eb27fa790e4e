using System.Diagnostics.CodeAnalysis;

namespace RbacGrains.Client;

/// <summary>Reads an id from the first source that has one. A source that has something else ends the reading: nothing is guessed.</summary>
internal readonly record struct IdReading(string? Id, Error? Error)
{
    /// <summary>Whether neither an id nor a mistake was found.</summary>
    [MemberNotNullWhen(false, nameof(Id))]
    public bool IsMissing => Id is null;

    /// <summary>Reads.</summary>
    /// <param name="what">What the id is of: <c>an organization</c>.</param>
    /// <param name="sources">The sources in their order.</param>
    /// <param name="facts">What is known.</param>
    public static IdReading From(string what, IEnumerable<IdSource> sources, RequestFacts facts)
    {
        foreach (var source in sources)
        {
            var values = source.Read(facts).Take(2).ToList();
            if (values.Count == 0) continue;
            if (values.Count > 1) return Wrong(source, DenialCodes.AmbiguousId, $"The {source.Name} names {what} more than once; name one.");
            var value = values[0] ?? "";
            return Identifier.IsValid(value)
                ? new IdReading(value, null)
                : Wrong(source, ErrorCodes.InvalidId, $"In the {source.Name}: {Errors.InvalidId(what, value).Message}");
        }

        return default;
    }

    // Whoever is signed in cannot mend a claim, so it is no mistake of the request.
    private static IdReading Wrong(IdSource source, string code, string message) =>
        new(null, new Error(source.IsOfIdentity ? ErrorKind.Denied : ErrorKind.Invalid, code, message));
}
