namespace RbacGrains.AdminConsole;

/// <summary>The steps by which something that is allowed might be denied, in slots of which each is taken at most once.</summary>
internal static class RemovalSteps
{
    public static IEnumerable<IEnumerable<RemedyStep>> Of(WhyQuestion question)
    {
        if (question.Now.Access is not { } access) yield break;
        if (!question.IsLastAdmin)
        {
            yield return Roles(question, access);
            yield return [GivingSteps.Member("pause_circle", $"Suspend {question.Who}", present => present with { Suspended = true })];
        }

        yield return SingleGrants(question, access);
        yield return Levels(question);
        yield return GivingSteps.Plans(question);
        yield return CeilingSteps.Lowering(question);
    }

    private static IEnumerable<RemedyStep> Roles(WhyQuestion question, Access access) =>
        question.Now.Policy.Roles.Where(role => role.Id != access.Role && role.IsOfferedBy(question.Now.Policy.Plan.Id)).Take(GivingSteps.MostRoles)
            .Select(role => GivingSteps.Member(
                "badge", $"Make {question.Who} {RemedyWords.Article(role.Title)}", present => present with { Role = role.Id }));

    private static IEnumerable<RemedyStep> SingleGrants(WhyQuestion question, Access access)
    {
        var asked = access.Grants.Items.Where(grant => grant.IsAction && IsAsked(question, grant.On)).Select(grant => grant.On).ToList();
        if (asked.Count == 0) yield break;
        var titles = string.Join(", ", asked.Select(action => RemedyWords.Action(question.Now.Policy.Model, action)));
        yield return GivingSteps.Member(
            "key_off",
            $"Take away the grant of {titles}",
            present => present with { Grants = Grants.Of(present.Grants.Pairs().Where(pair => !asked.Contains(pair.Key))) });
    }

    private static IEnumerable<RemedyStep> Levels(WhyQuestion question)
    {
        var model = question.Now.Policy.Model;
        if (GrantSteps.Needed(model, question) is not var (area, rank) || rank == 0) yield break;
        var lower = model.Levels[rank - 1];
        yield return GivingSteps.Member(
            "tune",
            $"Lower {AccessWords.Area(model, area.Id)} to {lower.Title}",
            present => present with { Grants = GrantSteps.Raise(model, present.Grants, area, lower.Id, parentToo: false) });
    }

    private static bool IsAsked(WhyQuestion question, string action) =>
        question.Now.Policy.Model.Actions.TryFind(action, out var handle) && question.Actions.Contains(question.Now.Policy.Model.Actions[handle]);
}
