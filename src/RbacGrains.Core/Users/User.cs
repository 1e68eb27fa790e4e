using System.Collections.Immutable;
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
        if (Refuses(id, caller, organization, project) is { } refused) return new(refused);
        // As a rule all is in memory, and then nothing is awaited.
        var reading = store.Read(cancellationToken);
        var entering = reading.IsCompletedSuccessfully
            ? Enter(id, HeldAccess.Of(reading.Result, organization), caller, organization, services, cancellationToken)
            : Enter(reading, caller, organization, cancellationToken);
        return Decide(entering, action, project, services.Clock);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Result<Decision>>> CheckMany(
        Caller caller, ImmutableArray<CheckRequest> checks, CancellationToken cancellationToken) =>
        CheckMany(id, Hold, caller, checks, services, cancellationToken);

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

    private async ValueTask<EnteredPlace> Enter(
        ValueTask<UserState?> reading, Caller caller, string organization, CancellationToken cancellationToken) =>
        await Enter(id, HeldAccess.Of(await reading, organization), caller, organization, services, cancellationToken);

    private async ValueTask<HeldAccess?> Hold(string organization, CancellationToken cancellationToken) =>
        HeldAccess.Of(await store.Read(cancellationToken), organization);

    // The policy is read after the access: a deleted and recreated organization then voids the older membership.
    private async ValueTask<Question> Judge(
        Caller caller, string organization, string action, string? project, CancellationToken cancellationToken)
    {
        if (Refuses(id, caller, organization, project) is { } refused) return Question.Wrong(refused);
        var state = await store.Read(cancellationToken);
        var found = await services.Policies.Get(organization, cancellationToken);
        if (!found.Succeeded) return Question.Wrong(found.Error);
        var (policy, incarnation) = found.Value;
        var membership = state?.Find(organization);
        if (membership?.Incarnation != incarnation) membership = null;
        if (await JudgeCaller(id, caller, organization, membership?.Access, services, cancellationToken) is { } denied) return Question.Wrong(denied);
        if (policy.Model.Actions.TryFind(action, out var handle)) return new Question(null, found.Value, membership, handle, default);
        return policy.Model.LevelTable.TryFind(action, out var level)
            ? new Question(null, found.Value, membership, default, level)
            : Question.Wrong(Errors.UnknownAction(policy.Model, action));
    }

    private EvaluationSite Site(string organization, Question question) => new(organization, question.Found, services);

    // A value, because every check makes one. What is judged means nothing where there is an error.
    private readonly record struct Question(
        Error? Error, OrganizationPolicy Found, Membership? Membership, ActionHandle Action, ImmutableArray<ActionHandle> Level)
    {
        public Policy Policy => Found.Policy;

        public Access? Access => Membership?.Access;

        public ImmutableArray<ActionHandle> Actions => Level.IsDefault ? [Action] : Level;

        public static Question Wrong(Error error) => new(error, null!, null, default, default);
    }
}
