using System.Collections.Immutable;

namespace RbacGrains.Grains;

/// <summary>A user of the grid.</summary>
internal class UserReference(IUserGrain grain, GridCalls calls) : IUser
{
    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Check(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) =>
        calls.Read(
            caller,
            (grain, caller, organization, action, project, cancellationToken),
            static all => Check(all.grain.Check(all.caller, all.organization, all.action, all.project), all.cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Result<Decision>>> CheckMany(
        Caller caller, ImmutableArray<CheckRequest> checks, CancellationToken cancellationToken)
    {
        ActingUser.Carry(caller);
        try
        {
            return await calls.Repeat(() => grain.CheckMany(caller, checks, cancellationToken), cancellationToken);
        }
        catch (Exception lost) when (GridCalls.IsLoss(lost))
        {
            Result<Decision> unavailable = calls.Unavailable();
            return [.. checks.Select(_ => unavailable)];
        }
    }

    /// <inheritdoc/>
    public ValueTask<Result<Explanation>> Explain(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.Explain(caller, organization, action, project, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<ProjectSet>> ListProjects(
        Caller caller, string organization, string action, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ListProjects(caller, organization, action, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<AuthenticatedKey>> AuthenticateKey(
        string key, ImmutableArray<byte> digest, CancellationToken cancellationToken) =>
        calls.Read(Caller.Service, () => grain.AuthenticateKey(key, digest, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Evaluate(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.Evaluate(caller, organization, evaluation, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Result<Decision>>> EvaluateMany(
        Caller caller, string organization, ImmutableArray<Evaluation> evaluations, CancellationToken cancellationToken)
    {
        ActingUser.Carry(caller);
        try
        {
            return await calls.Repeat(
                () => grain.EvaluateMany(caller, organization, evaluations, cancellationToken), cancellationToken);
        }
        catch (Exception lost) when (GridCalls.IsLoss(lost))
        {
            Result<Decision> unavailable = calls.Unavailable();
            return [.. evaluations.Select(_ => unavailable)];
        }
    }

    /// <inheritdoc/>
    public ValueTask<Result<Explanation>> ExplainEvaluation(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) =>
        calls.Read(caller, () => grain.ExplainEvaluation(caller, organization, evaluation, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="GridStorageException">The grid did not answer.</exception>
    public ValueTask<ImmutableArray<string>> ListOrganizations(CancellationToken cancellationToken) =>
        calls.Repeat(() => grain.ListOrganizations(cancellationToken), cancellationToken);

    // A check that is no longer wanted is answered all the same; only the waiting ends.
    private static ValueTask<Result<Decision>> Check(ValueTask<Result<Decision>> answer, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled ? new(answer.AsTask().WaitAsync(cancellationToken)) : answer;
}
