using RbacGrains.Model;

namespace RbacGrains.Core;

/// <summary>An organization always keeps one active admin whose membership does not run out.</summary>
internal static class AdminGuard
{
    /// <summary>Whether an access makes its holder an admin now and for good.</summary>
    public static bool IsPermanentAdmin(Policy policy, Access? access) =>
        access is { Suspended: false, ExpiresAt: null } && policy.FindOfferedRole(access.Role) is { IsAdmin: true };

    /// <summary>Whether somebody else is such an admin. The caller keeps all of them from being changed.</summary>
    public static async ValueTask<bool> HasAnother(
        string user, CompiledTenant tenant, Directory members, ActorServices services, CancellationToken cancellationToken)
    {
        var policy = tenant.Policy.Policy;
        await foreach (var (entry, _) in members.Entries(tenant.State.MemberPages, null, cancellationToken))
        {
            var summary = entry.Summary!;
            if (entry.Id == user || summary.Suspended || summary.ExpiresAt is not null) continue;
            if (summary.Roles.IsEmpty || policy.FindOfferedRole(summary.Roles[0]) is not { IsAdmin: true }) continue;

            // A summary is a hint; only the member's own word counts.
            var membership = await services.Actors.User(entry.Id)
                .ReadMembership(members.Organization, tenant.State.Incarnation, cancellationToken);
            if (IsPermanentAdmin(policy, membership?.Access)) return true;
        }
        return false;
    }

    /// <summary>The refusal.</summary>
    public static Error LastAdmin(string user) => new(
        ErrorKind.Conflict,
        ErrorCodes.LastAdmin,
        $"'{user}' is the last active admin whose membership does not expire. Make somebody else an admin first.");
}
