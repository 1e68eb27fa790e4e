using System.Globalization;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>Reads the query.</summary>
internal static class QueryValues
{
    /// <summary>A parameter's value; null when it is not there.</summary>
    public static string? Text(HttpContext context, string name)
    {
        if (!context.Request.QueryString.HasValue || !context.Request.Query.TryGetValue(name, out var values)) return null;
        return values.Count == 1 ? values[0] : throw Invalid($"The parameter '{name}' is there {values.Count} times. Give it once.");
    }

    /// <summary>An id; null when it is not there.</summary>
    public static string? Id(HttpContext context, string name, string what)
    {
        var id = Text(context, name);
        return id is null || Identifier.IsValid(id)
            ? id
            : throw new RequestException(Errors.InvalidId($"{what} (parameter '{name}')", id).ToProblem());
    }

    /// <summary>One of a few words; null when it is not there.</summary>
    public static T? Word<T>(HttpContext context, string name)
        where T : struct, Enum
    {
        if (Text(context, name) is not { } text) return null;
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(Words.Of(value), text, StringComparison.Ordinal)) return value;
        throw Invalid($"The parameter '{name}' has to be one of {string.Join(", ", Enum.GetValues<T>().Select(value => Words.Of(value)))}.");
    }

    /// <summary>A moment; null when it is not there.</summary>
    public static DateTimeOffset? Moment(HttpContext context, string name)
    {
        if (Text(context, name) is not { } text) return null;
        // An offset's '+' that was not encoded has become a space.
        return TimestampConverter.TryParse(text.Replace(' ', '+'), out var moment)
            ? moment
            : throw Invalid($"The parameter '{name}' is no moment. Write it as RFC 3339 does: 2027-01-31T12:00:00Z.");
    }

    /// <summary>The part of a list that is wanted.</summary>
    public static PageRequest Page(HttpContext context)
    {
        var size = PageRequest.DefaultSize;
        if (Text(context, "page_size") is { } text
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= PageRequest.MaxSize))
            throw Invalid($"The parameter 'page_size' has to be a whole number from 1 to {PageRequest.MaxSize}.");
        return new PageRequest(size, Text(context, "page_token"));
    }

    /// <summary>Refuses parameters that the request does not know: a misspelt filter must not list everything.</summary>
    public static void RequireKnown(HttpContext context)
    {
        if (!context.Request.QueryString.HasValue) return;
        var known = context.GetEndpoint()?.Metadata.GetOrderedMetadata<QueryParameter>() ?? [];
        foreach (var name in context.Request.Query.Keys)
        {
            if (known.Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal))) continue;
            throw new RequestException(Problem.BadRequest(ProblemCodes.UnknownParameter, known.Count == 0
                ? $"There is no parameter '{name}': this request takes none. Leave it out."
                : $"There is no parameter '{name}'. Known: {string.Join(", ", known.Select(parameter => parameter.Name))}."));
        }
    }

    /// <summary>The problem of a parameter that has to be there.</summary>
    public static RequestException Missing(string name) => Invalid($"The parameter '{name}' is missing. Add it.");

    private static RequestException Invalid(string detail) => new(Problem.BadRequest(ErrorCodes.InvalidValue, detail));
}
