using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <content>Who may do what to what, when the properties are known.</content>
public partial class Organization
{
    /// <inheritdoc/>
    public async ValueTask<Result<Page<string>>> SearchSubjects(
        Caller caller, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        if (CheckProject(evaluation) is { } invalid) return invalid;
        var read = await Reader(caller, AdministrativeOperation.ReadMembers, cancellationToken);
        if (!read.Succeeded) return read.Error;
        var tenant = read.Value;
        var actions = EvaluationSite.Find(tenant.Policy.Policy.Model, evaluation.Action);
        var site = new EvaluationSite(id, tenant.Policy, services);
        return await Listing.Collect(
            Members(tenant.State.Incarnation),
            actions.IsDefault ? 0 : tenant.State.MemberPages,
            page,
            async listed => await Member(tenant, listed.Id, cancellationToken) is { } membership
                && (await site.Decide(Judged.Of(listed.Id, membership), actions, evaluation, cancellationToken)).Allowed ? listed.Id : null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Page<string>>> SearchResources(
        Caller caller, string user, string type, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        if (CheckProject(evaluation) is { } invalid) return invalid;
        var read = await ReaderOf(caller, user, cancellationToken);
        if (!read.Succeeded) return read.Error;
        var (tenant, who) = read.Value;
        var model = tenant.Policy.Policy.Model;
        var actions = EvaluationSite.Find(model, evaluation.Action);
        var isEmpty = actions.IsDefault || who.Access is null || !ResourceTypes.IsKnown(model, type);
        var site = new EvaluationSite(id, tenant.Policy, services);
        return await Listing.Collect(
            Resources(tenant, type),
            isEmpty ? 0 : tenant.State.ResourcePages.GetValueOrDefault(type),
            page,
            async listed =>
            {
                var resource = new ResourceReference(type, listed.Id);
                if (await ReadEntry(resource, tenant, cancellationToken) is not { } entry) return null;
                site.Know(resource, entry);
                var decision = await site.Decide(who, actions, evaluation with { Resource = resource }, cancellationToken);
                return decision.Allowed ? listed.Id : null;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<ImmutableArray<string>>> SearchActions(
        Caller caller, string user, Evaluation evaluation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        if (CheckProject(evaluation) is { } invalid) return invalid;
        var read = await ReaderOf(caller, user, cancellationToken);
        if (!read.Succeeded) return read.Error;
        var (tenant, who) = read.Value;
        if (who.Access is null || evaluation.Resource is not { } resource) return ImmutableArray<string>.Empty;
        var model = tenant.Policy.Policy.Model;
        var site = new EvaluationSite(id, tenant.Policy, services);
        var allowed = ImmutableArray.CreateBuilder<string>();
        foreach (var name in ResourceTypes.ActionsOf(model, resource.Type))
        {
            var actions = EvaluationSite.Find(model, ResourceTypes.ActionNamed(resource.Type, name));
            if ((await site.Decide(who, actions, evaluation, cancellationToken)).Allowed) allowed.Add(name);
        }
        return allowed.ToImmutable();
    }

    // Everyone may ask about themselves.
    private async ValueTask<Result<(CompiledTenant Tenant, Judged Who)>> ReaderOf(
        Caller caller, string user, CancellationToken cancellationToken)
    {
        var isSelf = !caller.IsService && string.Equals(caller.User, user, StringComparison.Ordinal);
        var read = await Reader(caller, isSelf ? null : AdministrativeOperation.ReadMembers, cancellationToken);
        if (!read.Succeeded) return read.Error;
        var membership = Identifier.IsValid(user) ? await Member(read.Value, user, cancellationToken) : null;
        return (read.Value, Judged.Of(user, membership));
    }

    private static Error? CheckProject(Evaluation evaluation) =>
        evaluation.Project is { } project && !Identifier.IsValid(project) ? Errors.InvalidId("a project", project).At("/project") : null;
}
