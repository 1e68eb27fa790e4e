using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// What checks of a user in one organization are judged by, or why they are not judged. A value, because every check makes one. What is
/// judged by means nothing where there is an error.
/// </summary>
internal readonly record struct EnteredPlace(Error? Error, OrganizationPolicy Found, Membership? Membership)
{
    /// <summary>A place of which the caller is told nothing but the error.</summary>
    public static EnteredPlace Closed(Error error) => new(error, null!, null);

    /// <summary>The question after an action, or after all that an area at a level stands for.</summary>
    public Question Ask(string action)
    {
        if (Error is not null) return Question.Wrong(Error);
        var model = Found.Policy.Model;
        if (model.Actions.TryFind(action, out var handle)) return new Question(null, Found, Membership, handle, default);
        return model.LevelTable.TryFind(action, out var level)
            ? new Question(null, Found, Membership, default, level)
            : Question.Wrong(Errors.UnknownAction(model, action));
    }

    /// <summary>The decision on an action.</summary>
    public Result<Decision> Decide(string action, string? project, TimeProvider clock)
    {
        var asked = Ask(action);
        return asked.Error is { } error ? error : asked.Decide(project, clock);
    }
}

/// <summary>What is asked of a user in an organization.</summary>
internal readonly record struct Question(
    Error? Error, OrganizationPolicy Found, Membership? Membership, ActionHandle Action, ImmutableArray<ActionHandle> Level)
{
    public Policy Policy => Found.Policy;

    public Access? Access => Membership?.Access;

    public ImmutableArray<ActionHandle> Actions => Level.IsDefault ? [Action] : Level;

    public static Question Wrong(Error error) => new(error, null!, null, default, default);

    /// <summary>The decision, where there is no error.</summary>
    public Decision Decide(string? project, TimeProvider clock) => Level.IsDefault
        ? Evaluator.Decide(Policy, Access, Action, project, clock)
        : Evaluator.Decide(Policy, Access, Level, project, clock, out _);
}
