namespace RbacGrains.AdminConsole;

/// <summary>Who looks: what they could do about a decision. The engine judges again whatever they do.</summary>
/// <param name="Access">What they hold.</param>
/// <param name="MayChangeMembers">Whether they may change what members hold.</param>
/// <param name="MayInvite">Whether they may invite.</param>
/// <param name="MayChangePlan">Whether they may move the organization to another plan.</param>
public sealed record WhyViewer(Access Access, bool MayChangeMembers, bool MayInvite, bool MayChangePlan)
{
    /// <summary>What whoever has signed in could do.</summary>
    public static WhyViewer Of(ConsoleOrganization organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return new(
            organization.Member.Access,
            organization.May(AdministrativeOperation.ChangeMembers),
            organization.May(AdministrativeOperation.InviteMembers),
            organization.May(AdministrativeOperation.ChangePlan));
    }

    /// <summary>Whether they may take a step at all.</summary>
    public bool MayDo(RemedyStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Place switch
        {
            RemedyPlace.Member => MayChangeMembers,
            RemedyPlace.Invitations => MayInvite,
            _ => MayChangePlan,
        };
    }

    /// <summary>Whether all that a change gives is within what they hold themselves, and theirs to give.</summary>
    public bool MayGive(Situation before, Situation after, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return after.Access is not { } access
            || (RolesOf(access).Except(RolesOf(before.Access)).All(role => MayAssign(before.Policy, role))
                && Containment.Beyond(before.Policy, Access, before.Access, access, now).IsEmpty);
    }

    private bool MayAssign(Policy policy, string role) =>
        policy.FindCustomRole(role) is not { AssignableBy: { IsEmpty: false } givers }
        || (policy.FindOfferedRole(Access.Role) is { } own && (own.IsAdmin || givers.Contains(own.Id)));

    private static IEnumerable<string> RolesOf(Access? access) =>
        access is null ? [] : access.Projects.Select(scope => scope.Role).OfType<string>().Prepend(access.Role);
}
