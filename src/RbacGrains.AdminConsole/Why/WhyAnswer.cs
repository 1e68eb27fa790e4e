using System.Collections.Immutable;

namespace RbacGrains.AdminConsole;

/// <summary>A decision with all that the page shows of it.</summary>
/// <param name="Explanation">The engine's.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Remedies">What would turn it, that whoever looks could do.</param>
/// <param name="Sentence">Why, as a sentence.</param>
public sealed record WhyAnswer(
    Explanation Explanation, ImmutableArray<TimelineStep> Steps, ImmutableArray<Remedy> Remedies, string Sentence)
{
    /// <summary>Asks the engine, and tries out what would turn its answer.</summary>
    /// <param name="organization">Where.</param>
    /// <param name="session">Who asks.</param>
    /// <param name="user">Whom it is about.</param>
    /// <param name="action">What.</param>
    /// <param name="project">Within which project; null for the organization itself.</param>
    /// <param name="clock">Says the moment.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public static async ValueTask<Result<WhyAnswer>> Ask(
        ConsoleOrganization organization, ConsoleSession session, string user, string action, string? project, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(session);
        var explained = await session.Grid.User(user).Explain(session.Caller, organization.Id, action, project, cancellationToken);
        if (!explained.Succeeded) return explained.Error;
        var explanation = explained.Value;
        var policy = organization.CompilePolicy();
        var access = await AccessOf(organization, session, user, cancellationToken);
        var question = new WhyQuestion
        {
            Now = new Situation(policy, access),
            Who = user,
            Action = action,
            Project = project,
            Clock = clock,
            IsLastAdmin = await IsLastAdmin(organization, session, policy, access, cancellationToken),
        };
        // Between the two something may have changed; then nothing is suggested until the page is asked again.
        var remedies = question.IsAllowed == explanation.Decision.Allowed
            ? RemedySearch.Find(question, WhyViewer.Of(organization)) : ImmutableArray<Remedy>.Empty;
        return new WhyAnswer(explanation, TimelineStep.Of(explanation, policy), remedies, Reason(explanation, policy));
    }

    private static async ValueTask<Access?> AccessOf(
        ConsoleOrganization organization, ConsoleSession session, string user, CancellationToken cancellationToken)
    {
        if (ServiceAccountId.IsReserved(user))
        {
            var account = await organization.Actor.GetServiceAccount(session.Caller, user, cancellationToken);
            return account.Value?.Access;
        }

        var member = await organization.Actor.GetMember(session.Caller, user, cancellationToken);
        return member.Value?.Access;
    }

    private static async ValueTask<bool> IsLastAdmin(
        ConsoleOrganization organization, ConsoleSession session, Policy policy, Access? access, CancellationToken cancellationToken)
    {
        if (access is null || policy.FindOfferedRole(access.Role) is not { IsAdmin: true }) return false;
        var admins = 0;
        foreach (var role in policy.Roles.Where(role => role.IsAdmin))
        {
            var page = await organization.Actor.ListMembers(
                session.Caller, new MemberFilter(Role: role.Id, Status: MemberStatus.Active), new PageRequest(2), cancellationToken);
            admins += page.Value?.Items.Length ?? 0;
        }

        return admins < 2;
    }

    private static string Reason(Explanation explanation, Policy policy)
    {
        var sentence = ExplanationText.Of(explanation.Sentence, policy);
        var colon = sentence.IndexOf(": ", StringComparison.Ordinal);
        var reason = colon < 0 ? sentence : sentence[(colon + 2)..];
        return string.Concat(char.ToUpperInvariant(reason[0]).ToString(), reason.AsSpan(1));
    }
}
