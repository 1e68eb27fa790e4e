using System.Text.Json.Serialization;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>The answer to one check; in a batch, possibly the error that stood in its way.</summary>
internal sealed record CheckJson(
    bool Allowed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? PolicyVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? AccessVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CheckErrorJson? Error)
{
    /// <summary>The JSON of a decision, or of an error.</summary>
    public static CheckJson Of(Result<Decision> result) => result.Succeeded
        ? new CheckJson(
            result.Value.Allowed, Reasons.Word(result.Value.Reason), result.Value.PolicyVersion, result.Value.AccessVersion, null)
        : Of(result.Error);

    /// <summary>The JSON of a check that was not decided, and so allows nothing.</summary>
    public static CheckJson Of(Error error)
    {
        var problem = error.ToProblem();
        return new(false, null, null, null, new CheckErrorJson(problem.Code, problem.Detail, problem.Status, problem.Pointer));
    }
}
