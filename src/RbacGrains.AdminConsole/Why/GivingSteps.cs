namespace RbacGrains.AdminConsole;

/// <summary>The steps by which something that is denied might be allowed, in slots of which each is taken at most once.</summary>
internal static class GivingSteps
{
    /// <summary>The most roles that are tried out.</summary>
    public const int MostRoles = 100;

    public static IEnumerable<IEnumerable<RemedyStep>> Of(WhyQuestion question)
    {
        if (question.Now.Access is not { } access)
        {
            yield return Plans(question);
            yield return Invitations(question);
            yield break;
        }

        if (access.Suspended)
            yield return [Member("play_circle", "End the suspension", present => present with { Suspended = false })];
        if (access.ExpiresAt is { } end && question.Clock.GetUtcNow() >= end)
            yield return [Member("event_available", "Extend the expiry", present => present with { ExpiresAt = null })];
        // Before the roles that only another plan offers.
        yield return Plans(question);
        yield return [.. Roles(question, access), .. GrantSteps.Of(question)];
        yield return CeilingSteps.Raising(question, access);
    }

    internal static RemedyStep Member(string icon, string text, Func<Access, Access> change) =>
        new(RemedyPlace.Member, icon, text, situation => situation.Access is { } access ? situation with { Access = change(access) } : situation);

    internal static IEnumerable<RemedyStep> Plans(WhyQuestion question)
    {
        var policy = question.Now.Policy;
        foreach (var plan in policy.Model.Plans.Where(plan => plan.Id != policy.Plan.Id))
        {
            var next = new Policy(policy.Model, plan.Id, policy.Version, policy.CustomRoles);
            yield return new RemedyStep(
                RemedyPlace.Plan, "workspace_premium", $"Move to the plan {plan.Title}", situation => situation with { Policy = next });
        }
    }

    private static IEnumerable<RemedyStep> Roles(WhyQuestion question, Access access) =>
        question.Now.Policy.Roles.Where(role => role.Id != access.Role).Take(MostRoles).Select(role => Member(
            "badge", $"Make {question.Who} {RemedyWords.Article(role.Title)}", present => present with { Role = role.Id }));

    private static IEnumerable<RemedyStep> Invitations(WhyQuestion question) =>
        question.Now.Policy.Roles.Take(MostRoles).Select(role => new RemedyStep(
            RemedyPlace.Invitations,
            "person_add",
            $"Invite {question.Who} as {RemedyWords.Article(role.Title)}",
            situation => situation with { Access = new Access { Role = role.Id } }));
}
