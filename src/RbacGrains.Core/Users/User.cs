using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <inheritdoc cref="IUser"/>
public partial class User(string id, IActorState<UserState> store, ActorServices services) : IUserActor
{
    // An invitation stays unfinished for the length of a crash; that many others cannot end in the meantime.
    private const int MostSpent = 64;

    private readonly AsyncLock _turn = new();

    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Check(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken)
    {
        if (Mistake(caller, organization, project) is { } mistake) return new(mistake);
        var entering = Enter(caller, organization, cancellationToken);
        // As a rule all is in memory, and then nothing is awaited.
        return entering.IsCompletedSuccessfully
            ? new(entering.Result.Decide(action, project, services.Clock))
            : Decide(entering, action, project);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Result<Decision>>> CheckMany(
        Caller caller, ImmutableArray<CheckRequest> checks, CancellationToken cancellationToken)
    {
        var results = new Result<Decision>[checks.Length];
        var entered = new EnteredPlaces();
        for (var index = 0; index < checks.Length; index++)
        {
            var (organization, action, project) = checks[index];
            if (Mistake(caller, organization, project) is { } mistake)
            {
                results[index] = mistake;
                continue;
            }
            if (entered.Find(organization) is not { } here)
            {
                var place = await Enter(caller, organization, cancellationToken);
                here = entered.Add(organization, place);
            }
            results[index] = here.Decide(action, project, services.Clock);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(results);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Explanation>> Explain(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken)
    {
        var judged = await Judge(caller, organization, action, project, cancellationToken);
        if (judged.Error is { } error) return error;
        var decisive = judged.Action;
        // An area at a level is explained by the action that decides it.
        if (!judged.Level.IsDefault) Evaluator.Decide(judged.Policy, judged.Access, judged.Level, project, services.Clock, out decisive);
        return Explainer.Explain(judged.Policy, judged.Access, decisive, project, services.Clock);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<ProjectSet>> ListProjects(
        Caller caller, string organization, string action, CancellationToken cancellationToken)
    {
        var judged = await Judge(caller, organization, action, project: null, cancellationToken);
        return judged.Error is { } error ? error with { Pointer = null } : ProjectSet.Of(judged.Policy, judged.Access, action, services.Clock);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Decision>> Evaluate(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        var judged = await Judge(caller, organization, evaluation.Action, evaluation.Project, cancellationToken);
        return judged.Error is { } error
            ? error
            : await Site(organization, judged).Decide(Judged.Of(id, judged.Membership), judged.Actions, evaluation, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Result<Decision>>> EvaluateMany(
        Caller caller, string organization, ImmutableArray<Evaluation> evaluations, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<Result<Decision>>(evaluations.Length);
        foreach (var evaluation in evaluations) results.Add(await Evaluate(caller, organization, evaluation, cancellationToken));
        return results.MoveToImmutable();
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Explanation>> ExplainEvaluation(
        Caller caller, string organization, Evaluation evaluation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        var judged = await Judge(caller, organization, evaluation.Action, evaluation.Project, cancellationToken);
        return judged.Error is { } error
            ? error
            : await Site(organization, judged).Explain(Judged.Of(id, judged.Membership), judged.Actions, evaluation, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<string>> ListOrganizations(CancellationToken cancellationToken)
    {
        var state = await store.Read(cancellationToken) ?? UserState.Empty;
        var organizations = ImmutableArray.CreateBuilder<string>();
        foreach (var membership in state.Memberships)
        {
            var policy = await services.Policies.Get(membership.Organization, cancellationToken);
            if (policy.Succeeded && policy.Value.Incarnation == membership.Incarnation) organizations.Add(membership.Organization);
        }
        organizations.Sort(StringComparer.Ordinal);
        return organizations.ToImmutable();
    }

    /// <inheritdoc/>
    public async ValueTask<Membership?> ReadMembership(string organization, long incarnation, CancellationToken cancellationToken)
    {
        var membership = (await store.Read(cancellationToken))?.Find(organization);
        return membership?.Incarnation == incarnation ? WithUses(membership) : null;
    }

    /// <summary>What the user holds in some organizations, each of whatever life; null for those without a membership.</summary>
    /// <returns>As many as organizations, in their order.</returns>
    public async ValueTask<IReadOnlyList<Membership?>> ReadMemberships(
        IReadOnlyList<string> organizations, CancellationToken cancellationToken)
    {
        var state = await store.Read(cancellationToken) ?? UserState.Empty;
        return [.. organizations.Select(state.Find)];
    }

    /// <inheritdoc/>
    public async ValueTask<bool> HasSpent(string invitation, CancellationToken cancellationToken) =>
        (await store.Read(cancellationToken))?.SpentInvitations.Contains(invitation) is true;

    /// <inheritdoc/>
    public async ValueTask Refresh()
    {
        store.Forget();
        await store.Read(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask<Membership?> WriteMembership(MembershipWrite write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var turn = await _turn.Enter(CancellationToken.None);
        var state = await store.Read(CancellationToken.None) ?? UserState.Empty;
        var present = state.Find(write.Organization);
        var version = present?.Incarnation == write.Incarnation ? present.Access.Version : 0;
        if (version != write.ExpectedVersion)
            throw new InvalidOperationException(
                $"The membership of '{id}' in '{write.Organization}' is at version {version}, not {write.ExpectedVersion}.");

        var sequence = state.Sequence + 1;
        var next = write.Next is null ? null : WithUses(write.Next) with { Access = write.Next.Access with { Version = sequence } };
        var others = present is null ? state.Memberships : state.Memberships.Remove(present);
        var spent = next is null ? present?.Invitation : null;
        var written = state with
        {
            Sequence = sequence,
            Memberships = next is null ? others : others.Add(next),
            SpentInvitations = spent is null ? state.SpentInvitations : [.. state.SpentInvitations.TakeLast(MostSpent - 1), spent],
        };
        await store.Write(written, unfinished: false, write.Audit, write.Fence);
        return next;
    }

    private async ValueTask<Question> Judge(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken)
    {
        if (Mistake(caller, organization, project) is { } mistake) return Question.Wrong(mistake);
        return (await Enter(caller, organization, cancellationToken)).Ask(action);
    }

    private Error? Mistake(Caller caller, string organization, string? project) =>
        !Identifier.IsValid(organization) ? Errors.InvalidId("an organization", organization).At("/organization")
        : !Identifier.IsValid(id) ? Errors.InvalidId("a user", id).At("/user")
        : !caller.Sees(organization) ? Errors.OrganizationNotFound(organization)
        : project is not null && !Identifier.IsValid(project) ? Errors.InvalidId("a project", project).At("/project")
        : null;

    // The policy is read after the access: a deleted and recreated organization then voids the older membership.
    private async ValueTask<EnteredPlace> Enter(Caller caller, string organization, CancellationToken cancellationToken)
    {
        var state = await store.Read(cancellationToken);
        var found = await services.Policies.Get(organization, cancellationToken);
        if (!found.Succeeded) return EnteredPlace.Closed(found.Error);
        var membership = state?.Find(organization);
        if (membership?.Incarnation != found.Value.Incarnation) membership = null;
        return await JudgeCaller(caller, organization, membership?.Access, cancellationToken) is { } denied
            ? EnteredPlace.Closed(denied)
            : new EnteredPlace(null, found.Value, membership);
    }

    private async ValueTask<Result<Decision>> Decide(ValueTask<EnteredPlace> entering, string action, string? project) =>
        (await entering).Decide(action, project, services.Clock);

    private ValueTask<Error?> JudgeCaller(
        Caller caller, string organization, Access? access, CancellationToken cancellationToken)
    {
        if (caller.IsService) return default;
        if (string.Equals(caller.User, id, StringComparison.Ordinal))
            return new ValueTask<Error?>(access is null ? Errors.OrganizationNotFound(organization) : null);
        return services.Actors.Organization(organization)
            .JudgeCaller(caller, AdministrativeOperation.ReadMembers, cancellationToken);
    }

    private EvaluationSite Site(string organization, Question question) => new(organization, question.Found, services);
}
