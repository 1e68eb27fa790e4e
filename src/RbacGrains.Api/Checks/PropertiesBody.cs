using System.Text.Json;
using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>What a check says of its four parts, so that conditions can be judged: objects of at most 64 KiB, at most 8 deep.</summary>
internal sealed record PropertiesBody
{
    /// <summary>About the user.</summary>
    public JsonElement? Subject { get; init; }

    /// <summary>About what it is done to.</summary>
    public JsonElement? Resource { get; init; }

    /// <summary>About how it is done.</summary>
    public JsonElement? Action { get; init; }

    /// <summary>About the circumstances.</summary>
    public JsonElement? Context { get; init; }

    /// <summary>The properties of a request.</summary>
    /// <exception cref="RequestException">One of them is no object, or beyond its bounds.</exception>
    public RequestProperties Read(string pointer) => new()
    {
        Subject = Read(Subject, $"{pointer}/subject"),
        Resource = Read(Resource, $"{pointer}/resource"),
        Action = Read(Action, $"{pointer}/action"),
        Context = Read(Context, $"{pointer}/context"),
    };

    /// <summary>Properties out of a body; none where there is nothing, or null.</summary>
    /// <inheritdoc cref="Read(string)" path="/exception"/>
    public static Properties Read(JsonElement? json, string pointer)
    {
        if (json is not { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } given) return Properties.None;
        if (given.ValueKind != JsonValueKind.Object)
            throw new RequestException(Problem.BadRequest(
                ProblemCodes.InvalidType, $"This has to be an object, and is {FieldTypes.Name(given)}.", pointer));
        return Properties.Mistake(given) is { } mistake
            ? throw new RequestException(Problem.BadRequest(ErrorCodes.InvalidValue, mistake, pointer))
            : Properties.Of(given);
    }
}
