using System.Collections.Immutable;

namespace RbacGrains.Client;

/// <summary>A user whose checks by the service itself are answered under leases; everything else goes to the grid.</summary>
internal sealed class LeasedUser(string id, LeasedGrid leases, IUser user) : IUser
{
    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Check(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) =>
        caller.IsService
            ? leases.Check(id, organization, action, project, cancellationToken)
            : user.Check(caller, organization, action, project, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Result<Decision>>> CheckMany(
        Caller caller, ImmutableArray<CheckRequest> checks, CancellationToken cancellationToken)
    {
        if (!caller.IsService) return await user.CheckMany(caller, checks, cancellationToken);
        // All are asked before any is waited for, so what is not held is fetched together.
        var asked = checks.Select(check => leases.Check(id, check.Organization, check.Action, check.Project, cancellationToken).AsTask()).ToList();
        return [.. await Task.WhenAll(asked)];
    }

    /// <inheritdoc/>
    public ValueTask<Result<Explanation>> Explain(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) =>
        user.Explain(caller, organization, action, project, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<ProjectSet>> ListProjects(
        Caller caller, string organization, string action, CancellationToken cancellationToken) =>
        user.ListProjects(caller, organization, action, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<AuthenticatedKey>> AuthenticateKey(
        string key, ImmutableArray<byte> digest, CancellationToken cancellationToken) => user.AuthenticateKey(key, digest, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Evaluate(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) =>
        user.Evaluate(caller, organization, evaluation, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Result<Decision>>> EvaluateMany(
        Caller caller, string organization, ImmutableArray<Evaluation> evaluations, CancellationToken cancellationToken) =>
        user.EvaluateMany(caller, organization, evaluations, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Explanation>> ExplainEvaluation(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) =>
        user.ExplainEvaluation(caller, organization, evaluation, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<string>> ListOrganizations(CancellationToken cancellationToken) => user.ListOrganizations(cancellationToken);
}
