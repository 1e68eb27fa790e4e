using System.Collections.Immutable;

namespace RbacGrains.Client;

/// <content>Checks whose properties are known.</content>
internal sealed partial class HttpUser
{
    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Evaluate(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) => calls.Read(
            Ask("check", caller, organization, EvaluationBodies.Of(id, organization, evaluation)),
            HttpJson.Default.DecisionAnswer,
            decision => decision.ToDecision(),
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Result<Decision>>> EvaluateMany(
        Caller caller, string organization, ImmutableArray<Evaluation> evaluations, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<Result<Decision>>(evaluations.Length);
        while (results.Count < evaluations.Length)
        {
            var left = evaluations.AsSpan()[results.Count..];
            var body = EvaluationBodies.Of(id, organization, left[..Math.Min(MostChecks, left.Length)], out var taken);
            results.AddRange(await Decide(AskMany(caller, body) with { Organization = organization }, taken, cancellationToken));
        }
        return results.MoveToImmutable();
    }

    /// <inheritdoc/>
    public ValueTask<Result<Explanation>> ExplainEvaluation(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) => calls.Read(
            Ask("explain", caller, organization, EvaluationBodies.Of(id, organization, evaluation)),
            HttpJson.Default.ExplanationAnswer,
            explanation => explanation.ToExplanation(),
            cancellationToken);
}
