using System.Collections.Immutable;
using RbacGrains.Model;

namespace RbacGrains.Core;

/// <inheritdoc cref="IOrganization"/>
/// <remarks>
/// It judges and orders every change of its members: changes of different members run side by side, changes of the same one
/// after another, and none while the acting member's own access or the policy is being changed.
/// </remarks>
public partial class Organization(string id, IActorState<OrganizationState> store, ActorServices services) : IOrganizationActor
{
    private readonly KeyedLocks _locks = new();
    private readonly AsyncLock _turn = new();
    private CompiledTenant? _compiled;

    /// <inheritdoc/>
    public async ValueTask<int?> ReadPlace(CancellationToken cancellationToken) =>
        await store.Read(cancellationToken) is { Deleted: false } state ? state.TenantsPage : null;

    /// <inheritdoc/>
    public ValueTask<Result<OrganizationPolicy>> ReadPolicy(CancellationToken cancellationToken)
    {
        // Every check comes by here: what is held and compiled is answered without waiting, and without making anything.
        var reading = store.Read(cancellationToken);
        return reading.IsCompletedSuccessfully ? new(PolicyOf(reading.Result)) : ReadPolicy(reading);
    }

    /// <inheritdoc/>
    public async ValueTask<Error?> JudgeCaller(
        Caller caller, AdministrativeOperation operation, CancellationToken cancellationToken)
    {
        var tenant = await Tenant(caller, cancellationToken);
        if (!tenant.Succeeded) return tenant.Error;
        var judged = await Judge(tenant.Value, caller, operation, cancellationToken);
        return judged.Error;
    }

    /// <inheritdoc/>
    public async ValueTask Resume()
    {
        using var policy = await _locks.Enter(OrganizationLocks.Policy, exclusive: true, CancellationToken.None);
        if (await store.Read(CancellationToken.None) is not { Pending: not null } state) return;
        // Without its model it stays unfinished, and the organization unchanged.
        if ((await Tenant(CancellationToken.None)).Succeeded) await FinishPolicyChange(state);
    }

    private async ValueTask<Result<OrganizationPolicy>> ReadPolicy(ValueTask<OrganizationState?> reading) => PolicyOf(await reading);

    private Result<OrganizationPolicy> PolicyOf(OrganizationState? state)
    {
        if (_compiled is { } compiled && ReferenceEquals(compiled.State, state)) return compiled.Answer;
        var tenant = Compile(state);
        return tenant.Succeeded ? tenant.Value.Answer : tenant.Error;
    }

    // Who is bound to another organization learns nothing of this one, not even that its model is not known here.
    private ValueTask<Result<CompiledTenant>> Tenant(Caller caller, CancellationToken cancellationToken) =>
        caller.Sees(id) ? Tenant(cancellationToken) : new(Errors.OrganizationNotFound(id));

    /// <summary>The organization as it stands, compiled; an error when there is none or its model is not known here.</summary>
    private async ValueTask<Result<CompiledTenant>> Tenant(CancellationToken cancellationToken) =>
        Compile(await store.Read(cancellationToken));

    private Result<CompiledTenant> Compile(OrganizationState? state)
    {
        if (state is null or { Deleted: true }) return Errors.OrganizationNotFound(id);

        var compiled = _compiled;
        if (compiled is not null && ReferenceEquals(compiled.State, state)) return compiled;
        if (services.Models.Find(state.Model) is not { } model || model.FindPlan(state.Plan) is null)
            return Errors.ModelUnavailable(state.Model, state.Plan);

        // A change that leaves the policy's version alone (another page of members) leaves the policy itself, too.
        var policy = compiled is not null && compiled.State.Version == state.Version && compiled.State.Incarnation == state.Incarnation
            ? compiled.Policy
            : new OrganizationPolicy(new Policy(model, state.Plan, state.Version, state.CustomRoles), state.Incarnation);
        return _compiled = new CompiledTenant(state, policy);
    }

    /// <summary>What the caller holds here, if that allows the operation. The service itself holds everything.</summary>
    private async ValueTask<Result<Authority>> Judge(
        CompiledTenant tenant, Caller caller, AdministrativeOperation? operation, CancellationToken cancellationToken)
    {
        if (caller.IsService) return Authority.Service;
        if (!caller.Sees(id) || !Identifier.IsValid(caller.User)) return Errors.OrganizationNotFound(id);
        var membership = await services.Actors.User(caller.User!)
            .ReadMembership(id, tenant.State.Incarnation, cancellationToken);
        if (membership is null) return Errors.OrganizationNotFound(id);
        var authority = new Authority(caller, membership.Access);
        return operation is { } needed && authority.Refuses(tenant.Policy.Policy, needed, services.Clock) is { } denied
            ? denied
            : authority;
    }

    private async ValueTask<OrganizationState> Write(
        Func<OrganizationState?, OrganizationState> change, bool unfinished, ImmutableArray<AuditEntry> audit)
    {
        using var turn = await _turn.Enter(CancellationToken.None);
        var next = change(await store.Read(CancellationToken.None));
        await store.Write(next, unfinished, audit);
        return next;
    }

    private Directory Members(long incarnation) => new(DirectoryName.Members(id, incarnation), services.Actors);

    private Directory ServiceAccounts(long incarnation) => new(DirectoryName.ServiceAccounts(id, incarnation), services.Actors);

    private Directory Invitations(long incarnation) => new(DirectoryName.Invitations(id, incarnation), services.Actors);

    private AuditEntry Audit(string kind, string target, ChangeContext context, string? fingerprint) =>
        AuditEntries.Make(services.Clock, kind, id, target, context.Caller, context, fingerprint);
}
