using System.Collections.Immutable;

namespace RbacGrains.Http.Tests;

/// <summary>
/// A grid over HTTP, but for whose key it is: only the server asks that, when a key is presented, so suites about keys ask the grid behind
/// the server.
/// </summary>
internal sealed class KeyReader(IGrid http, Func<IGrid> inner) : IGrid
{
    public ITenants Tenants => http.Tenants;

    public IOrganization Organization(string id) => http.Organization(id);

    public IUser User(string id) => new Account(http.User(id), inner().User(id));

    public IInvitation Invitation(string id) => http.Invitation(id);

    private sealed class Account(IUser http, IUser inner) : IUser
    {
        public ValueTask<Result<Decision>> Check(
            Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) =>
            http.Check(caller, organization, action, project, cancellationToken);

        public ValueTask<ImmutableArray<Result<Decision>>> CheckMany(
            Caller caller, ImmutableArray<CheckRequest> checks, CancellationToken cancellationToken) =>
            http.CheckMany(caller, checks, cancellationToken);

        public ValueTask<Result<Explanation>> Explain(
            Caller caller, string organization, string action, string? project, CancellationToken cancellationToken) =>
            http.Explain(caller, organization, action, project, cancellationToken);

        public ValueTask<Result<ProjectSet>> ListProjects(
            Caller caller, string organization, string action, CancellationToken cancellationToken) =>
            http.ListProjects(caller, organization, action, cancellationToken);

        public ValueTask<Result<AuthenticatedKey>> AuthenticateKey(
            string key, ImmutableArray<byte> digest, CancellationToken cancellationToken) =>
            inner.AuthenticateKey(key, digest, cancellationToken);

        public ValueTask<Result<Decision>> Evaluate(
            Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) =>
            http.Evaluate(caller, organization, evaluation, cancellationToken);

        public ValueTask<ImmutableArray<Result<Decision>>> EvaluateMany(
            Caller caller, string organization, ImmutableArray<Evaluation> evaluations, CancellationToken cancellationToken) =>
            http.EvaluateMany(caller, organization, evaluations, cancellationToken);

        public ValueTask<Result<Explanation>> ExplainEvaluation(
            Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken) =>
            http.ExplainEvaluation(caller, organization, evaluation, cancellationToken);

        public ValueTask<ImmutableArray<string>> ListOrganizations(CancellationToken cancellationToken) =>
            http.ListOrganizations(cancellationToken);
    }
}
