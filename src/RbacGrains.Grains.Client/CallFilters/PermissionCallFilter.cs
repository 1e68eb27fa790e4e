using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using RbacGrains.Client;

namespace RbacGrains.Grains;

/// <summary>
/// Lets a call reach a grain when the acting user holds what the attributes of the interface, the class and the method require. Without
/// a user, an organization or an answer it lets nothing through.
/// </summary>
/// <param name="services">Where <see cref="IPermissions"/> is found, once the silo runs.</param>
/// <param name="calls">What each method requires.</param>
internal sealed class PermissionCallFilter(IServiceProvider services, GuardedCalls calls) : IIncomingGrainCallFilter
{
    // By activation, since a key is bytes until somebody asks for it as text.
    private readonly ConditionalWeakTable<IGrainContext, string> _organizations = [];
    private IPermissions? _permissions;

    private IPermissions Permissions => _permissions ??= services.GetRequiredService<IPermissions>();

    private IDenialStatus Status => services.GetRequiredService<IDenialStatus>();

    /// <inheritdoc/>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        var required = calls.Of(context);
        if (required.AllOf.IsEmpty) return context.Invoke();
        var owner = context.Grain as IOwnedByOrganization;
        var call = new GuardedCall(ActingUser.Current, OrganizationOf(context, required, owner), ProjectOf(context, required, owner));
        return call is { User: not null, Organization: not null } && IsAllowedAtOnce(required, call)
            ? context.Invoke()
            : InvokeIfAllowed(context, required, call);
    }

    // What is held in this process under leases is answered here, for nothing.
    private bool IsAllowedAtOnce(CallRequirements required, in GuardedCall call)
    {
        if (Permissions is GridPermissions) return false;
        foreach (var requirement in required.AllOf)
            if (!IsAllowedAtOnce(requirement, call)) return false;
        return true;
    }

    private bool IsAllowedAtOnce(ActionRequirement requirement, in GuardedCall call)
    {
        foreach (var action in requirement.AnyOf)
        {
            var asked = Permissions.Allows(call.User!, call.Organization!, action, call.Project);
            if (!asked.IsCompletedSuccessfully)
            {
                asked.AsTask().Ignore();
                return false;
            }
            if (asked.Result) return true;
        }
        return false;
    }

    private async Task InvokeIfAllowed(IIncomingGrainCallContext context, CallRequirements required, GuardedCall call)
    {
        foreach (var requirement in required.AllOf)
            if (await Refusal(requirement, call) is { } refusal) throw refusal;
        await context.Invoke();
    }

    private async ValueTask<Exception?> Refusal(ActionRequirement requirement, GuardedCall call)
    {
        if (call.User is null) return CallDenials.Unauthenticated(requirement, call);
        if (call.Organization is null) return CallDenials.OrganizationRequired(requirement, call);
        Error? undecided = null;
        foreach (var action in requirement.AnyOf)
        {
            var asked = await Permissions.Check(call.User, call.Organization, action, call.Project);
            if (asked is { Succeeded: true, Value.Allowed: true }) return null;
            undecided ??= asked.Error;
        }
        return undecided is not null
            ? CallDenials.Undecided(undecided, requirement, call)
            : CallDenials.Denied(requirement, call, await Status.Get(call.Organization, CancellationToken.None));
    }

    private string? OrganizationOf(IIncomingGrainCallContext context, CallRequirements required, IOwnedByOrganization? owner)
    {
        if (required.OrganizationArgument >= 0) return context.Request.GetArgument(required.OrganizationArgument) as string;
        if (required.IsWhereTheCallerActs) return ActingUser.Organization;
        return owner is not null ? owner.Organization : NullIfEmpty(_organizations.GetValue(context.TargetContext, KeyOrganization.Of));
    }

    private static string? ProjectOf(IIncomingGrainCallContext context, CallRequirements required, IOwnedByOrganization? owner)
    {
        if (required.ProjectArgument >= 0) return context.Request.GetArgument(required.ProjectArgument) as string;
        return required.IsWhereTheCallerActs ? ActingUser.Project : owner?.Project;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <summary>On whose behalf a guarded call is made, and where.</summary>
internal readonly record struct GuardedCall(string? User, string? Organization, string? Project);
