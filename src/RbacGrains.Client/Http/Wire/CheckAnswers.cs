using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RbacGrains.Client;

/// <summary>The answer to one check.</summary>
internal sealed record DecisionAnswer(bool Allowed, DecisionReason Reason, long PolicyVersion, long AccessVersion)
{
    /// <summary>As the model has it.</summary>
    /// <exception cref="System.Text.Json.JsonException">The answer contradicts its reason.</exception>
    public Decision ToDecision()
    {
        var decision = new Decision(Reason, PolicyVersion, AccessVersion);
        return decision.Allowed == Allowed ? decision : throw new System.Text.Json.JsonException("The decision contradicts its reason.");
    }
}

/// <summary>The answers to many checks.</summary>
internal sealed record BatchAnswer(IReadOnlyList<BatchedAnswer> Results);

/// <summary>The answer to one check of many, or the error that stood in its way.</summary>
internal sealed class BatchedAnswer
{
    /// <summary>Whether it is allowed.</summary>
    [JsonRequired]
    public bool Allowed { get; init; }

    /// <summary>Why; null where there is an error.</summary>
    public DecisionReason? Reason { get; init; }

    /// <summary>The policy's version.</summary>
    public long? PolicyVersion { get; init; }

    /// <summary>The access's version.</summary>
    public long? AccessVersion { get; init; }

    /// <summary>The error.</summary>
    public CheckErrorAnswer? Error { get; init; }

    /// <summary>As Core has it.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is neither a decision nor an error.</exception>
    public Result<Decision> ToResult()
    {
        if (Error is not null) return Error.ToError();
        return this is { Reason: { } reason, PolicyVersion: { } policy, AccessVersion: { } access }
            ? new DecisionAnswer(Allowed, reason, policy, access).ToDecision()
            : throw new System.Text.Json.JsonException("A check has neither a decision nor an error.");
    }
}

/// <summary>Why one check could not be decided.</summary>
internal sealed record CheckErrorAnswer(string Code, string Message, int Status, string? Pointer = null)
{
    /// <summary>As Core has it.</summary>
    public Error ToError() => HttpProblems.Make(Status, Code, Message, Pointer, ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty);
}

/// <summary>A decision with all that led to it.</summary>
internal sealed record ExplanationAnswer(
    bool Allowed,
    DecisionReason Reason,
    long PolicyVersion,
    long AccessVersion,
    string Action,
    string? Project,
    IReadOnlyList<StepAnswer> Steps,
    string Sentence)
{
    /// <summary>As the model has it.</summary>
    public Explanation ToExplanation() => new(
        new DecisionAnswer(Allowed, Reason, PolicyVersion, AccessVersion).ToDecision(),
        Action,
        Project,
        [.. Steps.Select(step => new ExplanationStep(step.Kind, step.Effect, step.Subject, step.Level, step.Text))],
        Sentence);
}

/// <summary>One thing that was looked at.</summary>
internal sealed record StepAnswer(StepKind Kind, StepEffect Effect, string Subject, string? Level, string Text);
