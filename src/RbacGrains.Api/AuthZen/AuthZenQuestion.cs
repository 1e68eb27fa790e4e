using RbacGrains.Core;
using RbacGrains.Model;

namespace RbacGrains.Api;

/// <summary>What an AuthZEN request asks: who would do what to what, under which circumstances. A search leaves out what it looks for.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Action">What.</param>
/// <param name="Resource">To what.</param>
/// <param name="Context">Under which circumstances.</param>
internal sealed record AuthZenQuestion(AuthZenEntity? Subject, AuthZenEntity? Action, AuthZenEntity? Resource, Properties Context)
{
    /// <summary>The type of the subjects that there are.</summary>
    public const string SubjectType = ResourceTypes.User;

    /// <summary>The same as an evaluation by an actor.</summary>
    public Evaluation ToEvaluation() => new()
    {
        Action = Action is null ? "" : ResourceTypes.ActionNamed(Resource?.Type ?? "", Action.Id!),
        Project = Resource?.Text("project"),
        Resource = Resource is { Type: var type, Id: { } id } ? new ResourceReference(type, id) : null,
        Properties = new RequestProperties
        {
            Subject = Subject?.Properties ?? Properties.None,
            Resource = Resource?.Properties ?? Properties.None,
            Action = Action?.Properties ?? Properties.None,
            Context = Context,
        },
    };
}

/// <summary>A part of a question.</summary>
/// <param name="Pointer">Where it stands in the request.</param>
/// <param name="Type">Its type; empty for an action.</param>
/// <param name="Id">Its id, or an action's name; null where it is looked for.</param>
/// <param name="Properties">What is said of it.</param>
internal sealed record AuthZenEntity(string Pointer, string Type, string? Id, Properties Properties)
{
    /// <summary>A property that has a meaning of its own here; null when it is not there.</summary>
    /// <exception cref="RequestException">It is no text.</exception>
    public string? Text(string property) => AuthZenReader.TextIn(Properties, property, $"{Pointer}/properties");
}
