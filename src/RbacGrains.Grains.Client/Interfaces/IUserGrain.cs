using System.Collections.Immutable;

namespace RbacGrains.Grains;

/// <summary>One user, by their id: what they hold in each organization, and checks of it.</summary>
/// <remarks>
/// The aliases are the identity on the wire: a type or method may be renamed, its alias never, nor its parameters. What checks are made of is said
/// to be immutable, for Orleans cannot see it, and would copy it for every call.
/// </remarks>
[Alias("rbac.user")]
public interface IUserGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="IUser.Check"/>
    /// <remarks>It waits for nothing that could be cancelled, and a token would cost every check a registration.</remarks>
    [Alias("Check")]
    ValueTask<Result<Decision>> Check([Immutable] Caller caller, string organization, string action, string? project);

    /// <inheritdoc cref="IUser.CheckMany"/>
    [Alias("CheckMany")]
    ValueTask<ImmutableArray<Result<Decision>>> CheckMany(
        [Immutable] Caller caller, [Immutable] ImmutableArray<CheckRequest> checks, CancellationToken cancellationToken);

    /// <inheritdoc cref="IUser.Explain"/>
    [Alias("Explain")]
    ValueTask<Result<Explanation>> Explain(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken);

    /// <inheritdoc cref="IUser.ListProjects"/>
    [Alias("ListProjects")]
    ValueTask<Result<ProjectSet>> ListProjects(Caller caller, string organization, string action, CancellationToken cancellationToken);

    /// <inheritdoc cref="IUser.AuthenticateKey"/>
    [Alias("AuthenticateKey")]
    ValueTask<Result<AuthenticatedKey>> AuthenticateKey(string key, ImmutableArray<byte> digest, CancellationToken cancellationToken);

    /// <inheritdoc cref="IUser.Evaluate"/>
    [Alias("Evaluate")]
    ValueTask<Result<Decision>> Evaluate(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken);

    /// <inheritdoc cref="IUser.EvaluateMany"/>
    [Alias("EvaluateMany")]
    ValueTask<ImmutableArray<Result<Decision>>> EvaluateMany(
        Caller caller, string organization, ImmutableArray<Evaluation> evaluations, CancellationToken cancellationToken);

    /// <inheritdoc cref="IUser.ExplainEvaluation"/>
    [Alias("ExplainEvaluation")]
    ValueTask<Result<Explanation>> ExplainEvaluation(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken);

    /// <inheritdoc cref="IUser.ListOrganizations"/>
    [Alias("ListOrganizations")]
    ValueTask<ImmutableArray<string>> ListOrganizations(CancellationToken cancellationToken);
}
