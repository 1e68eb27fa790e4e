using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>
/// Where evaluations are made: an organization's policy and catalog, as they are for one request. The catalog is asked only for what a
/// decision can depend on, so an evaluation without conditions costs no more than a check.
/// </summary>
internal sealed class EvaluationSite(string organization, OrganizationPolicy policy, ActorServices services)
{
    // The last resource that was asked for: in a search for subjects it is always the same.
    private (ResourceReference Resource, CatalogEntryState? Entry)? _known;

    public Policy Policy => policy.Policy;

    /// <summary>What a word for an action stands for; default when the model does not have it.</summary>
    public static ImmutableArray<ActionHandle> Find(AuthorizationModel model, string action) =>
        model.Actions.TryFind(action, out var handle) ? [handle]
        : model.LevelTable.TryFind(action, out var level) ? level
        : default;

    /// <summary>Takes an entry that is known already.</summary>
    public void Know(ResourceReference resource, CatalogEntryState entry) => _known = (resource, entry);

    /// <summary>The decision on all of several actions: the first that is denied, or else the last.</summary>
    public async ValueTask<Decision> Decide(
        Judged who, ImmutableArray<ActionHandle> actions, Evaluation evaluation, CancellationToken cancellationToken)
    {
        if (who.Access is not { } access) return Decision.NotMember(Policy.Version);
        var (project, facts) = await Gather(who, access, actions, evaluation, cancellationToken);
        return Evaluator.Decide(Policy, access, actions, project, facts, services.Clock, out _);
    }

    /// <summary>The same decision with every step that led to it.</summary>
    public async ValueTask<Explanation> Explain(
        Judged who, ImmutableArray<ActionHandle> actions, Evaluation evaluation, CancellationToken cancellationToken)
    {
        if (who.Access is not { } access) return Explainer.Explain(Policy, null, actions[0], evaluation.Project, services.Clock);
        var (project, facts) = await Gather(who, access, actions, evaluation, cancellationToken);
        Evaluator.Decide(Policy, access, actions, project, facts, services.Clock, out var decisive);
        return Explainer.Explain(Policy, access, decisive, project, facts, services.Clock);
    }

    private async ValueTask<(string? Project, ConditionFacts Facts)> Gather(
        Judged who, Access access, ImmutableArray<ActionHandle> actions, Evaluation evaluation, CancellationToken cancellationToken)
    {
        var read = PropertyNeeds.None;
        foreach (var action in actions) read |= Evaluator.NeedsOf(Policy, access, action);
        var project = evaluation.Project ?? (evaluation.Resource is { Type: ResourceTypes.Project, Id: var id } ? id : null);
        var needsProject = project is null && !access.Projects.IsEmpty;
        var entry = evaluation.Resource is { } resource && (needsProject || read.HasFlag(PropertyNeeds.Resource))
            ? await Entry(resource, cancellationToken)
            : null;
        var subject = read.HasFlag(PropertyNeeds.Subject)
            ? await Read(new ResourceReference(ResourceTypes.User, who.User), cancellationToken)
            : null;
        var facts = new ConditionFacts
        {
            User = who.User,
            Email = who.Email,
            Resource = evaluation.Resource,
            Request = evaluation.Properties,
            StoredSubject = subject?.Content.Properties ?? Properties.None,
            StoredResource = entry?.Content.Properties ?? Properties.None,
        };
        return (project ?? entry?.Content.Project, facts);
    }

    private async ValueTask<CatalogEntryState?> Entry(ResourceReference resource, CancellationToken cancellationToken)
    {
        if (_known is { } known && known.Resource == resource) return known.Entry;
        var entry = await Read(resource, cancellationToken);
        _known = (resource, entry);
        return entry;
    }

    // Nothing is entered under another type or id, and no actor is ever made for one.
    private async ValueTask<CatalogEntryState?> Read(ResourceReference resource, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(resource.Id) || !ResourceTypes.IsKnown(Policy.Model, resource.Type)) return null;
        var entry = await services.Actors.CatalogEntry(CatalogKey.Of(organization, resource)).Read(cancellationToken);
        return entry?.IsIn(policy.Incarnation) is true ? entry : null;
    }
}

/// <summary>Whom an evaluation is about.</summary>
/// <param name="User">The user.</param>
/// <param name="Access">What the user holds in the organization; null for somebody who is no member.</param>
/// <param name="Email">The member's e-mail address, when it is known.</param>
internal readonly record struct Judged(string User, Access? Access, string? Email)
{
    /// <summary>A member, or somebody who is none.</summary>
    public static Judged Of(string user, Membership? membership) => new(user, membership?.Access, membership?.Email);
}
