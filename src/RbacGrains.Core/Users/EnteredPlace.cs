using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// What checks of a user in one organization are judged by, or why they are not judged. A value, because every check makes one. What is
/// judged by means nothing where there is an error.
/// </summary>
internal readonly record struct EnteredPlace(Error? Error, Policy Policy, HeldAccess? Held)
{
    /// <summary>A place of which the caller is told nothing but the error.</summary>
    public static EnteredPlace Closed(Error error) => new(error, null!, null);

    /// <summary>The answer on an action, or on all that an area at a level stands for.</summary>
    public Result<Decision> Decide(string action, string? project, TimeProvider clock) =>
        Decide(action, project, clock, out var decision) is { } error ? error : decision;

    /// <summary>The decision on an action, or on all that an area at a level stands for.</summary>
    /// <returns>Why there is none; null where there is.</returns>
    public Error? Decide(string action, string? project, TimeProvider clock, out Decision decision)
    {
        decision = default;
        if (Error is not null) return Error;
        var access = Held?.Access;
        if (Policy.Model.Actions.TryFind(action, out var handle)) decision = Evaluator.Decide(Policy, access, handle, project, clock);
        else if (Policy.Model.LevelTable.TryFind(action, out var level)) decision = Evaluator.Decide(Policy, access, level, project, clock, out _);
        else return Errors.UnknownAction(Policy.Model, action);
        // All who hold the same may share one access, and each has a version of their own.
        if (Held is { } held) decision = decision with { AccessVersion = held.Version };
        return null;
    }
}
