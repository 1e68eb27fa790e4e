using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// One person or program: it owns what it holds in each of its organizations, and answers checks from memory. A caller who
/// asks about another user needs the model's permission to read members there.
/// </summary>
public interface IUser
{
    /// <summary>
    /// Whether the user may do something: an action, <c>resource:verb</c>, or all that an area at a level stands for, <c>knowledge/faqs@edit</c>.
    /// </summary>
    /// <returns>A decision; an error for an unknown organization or an action that its model does not have.</returns>
    ValueTask<Result<Decision>> Check(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken);

    /// <summary>Many checks of this user in one call, answered in order; each has its own error.</summary>
    ValueTask<ImmutableArray<Result<Decision>>> CheckMany(
        Caller caller, ImmutableArray<CheckRequest> checks, CancellationToken cancellationToken);

    /// <summary>The decision with every step that led to it.</summary>
    ValueTask<Result<Explanation>> Explain(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken);

    /// <summary>
    /// The projects in which the user may do something, as one value: what a check of each project would answer at this moment, for a page of a
    /// list that needs no check per row.
    /// </summary>
    /// <returns>Nothing for somebody who is no member; an error where <see cref="Check"/> has one.</returns>
    ValueTask<Result<ProjectSet>> ListProjects(Caller caller, string organization, string action, CancellationToken cancellationToken);

    /// <summary>
    /// Whose key this is, when the user is a service account: the way in for whoever presents one. It notes that the key was used,
    /// at most every 5 minutes, and does not wait for that.
    /// </summary>
    /// <param name="key">The id that the key claims to have, see <see cref="PresentedKey"/>.</param>
    /// <param name="digest">SHA-256 of the key as it was presented.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Who calls; <c>api_key_invalid</c> for everything that opens nothing, whatever is the matter with it.</returns>
    ValueTask<Result<AuthenticatedKey>> AuthenticateKey(string key, ImmutableArray<byte> digest, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the user may do something whose properties are known, so that conditions of the model can be judged; a plain check satisfies none.
    /// </summary>
    /// <returns>As <see cref="Check"/>.</returns>
    ValueTask<Result<Decision>> Evaluate(Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken);

    /// <summary>Many evaluations of this user in one organization, answered in order; each has its own error.</summary>
    ValueTask<ImmutableArray<Result<Decision>>> EvaluateMany(
        Caller caller, string organization, ImmutableArray<Evaluation> evaluations, CancellationToken cancellationToken);

    /// <summary>The decision of an evaluation with every step that led to it.</summary>
    ValueTask<Result<Explanation>> ExplainEvaluation(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken);

    /// <summary>The organizations of which the user is a member, by id.</summary>
    ValueTask<ImmutableArray<string>> ListOrganizations(CancellationToken cancellationToken);
}
