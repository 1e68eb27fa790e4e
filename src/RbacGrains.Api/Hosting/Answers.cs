using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using RbacGrains.Core;

namespace RbacGrains.Api;

/// <summary>Makes answers.</summary>
internal static class Answers
{
    /// <summary>A value as JSON.</summary>
    public static IResult Json<T>(T value, JsonTypeInfo<T> type, int status = 200) => TypedResults.Json(value, type, statusCode: status);

    /// <summary>A value, or the error that stood in its way.</summary>
    public static IResult Json<TValue, T>(Result<TValue> result, Func<TValue, T> map, JsonTypeInfo<T> type) =>
        result.Succeeded ? Json(map(result.Value), type) : Refused(result.Error);

    /// <summary>A resource with its version; nothing but that when the caller has it already.</summary>
    public static IResult Resource<T>(T value, JsonTypeInfo<T> type, string version, int status = 200) =>
        new ResourceResult(Json(value, type, status), $"\"{version}\"");

    /// <inheritdoc cref="Resource{T}(T, JsonTypeInfo{T}, string, int)"/>
    public static IResult Resource<T>(T value, JsonTypeInfo<T> type, long version, int status = 200) =>
        Resource(value, type, version.ToString(CultureInfo.InvariantCulture), status);

    /// <summary>A resource with its version, which says nothing of what else has changed: it is answered whole, whatever the caller has.</summary>
    public static IResult Changing<T>(T value, JsonTypeInfo<T> type, string version, int status = 200) =>
        new ResourceResult(Json(value, type, status), $"\"{version}\"", canBeHeld: false);

    /// <summary>Done, with nothing to say.</summary>
    public static IResult Done(Result<Done> result) => result.Succeeded ? TypedResults.NoContent() : Refused(result.Error);

    /// <summary>The error that stood in the way.</summary>
    public static IResult Refused(Error error) => new ProblemResult(error.ToProblem());
}
