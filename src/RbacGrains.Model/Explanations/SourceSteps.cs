using static RbacGrains.Model.ExplanationWords;

namespace RbacGrains.Model;

/// <summary>The steps for sources: the group they are of, the role with its level in the action's area, then the grants beside it.</summary>
internal static class SourceSteps
{
    public static IEnumerable<ExplanationStep> Of(Sources sources, Plan plan)
    {
        if (sources.Group is { } group) yield return GroupStep(sources, group);
        if (sources.RoleId is not null) yield return RoleStep(sources, plan);
        if (sources.Standing == RoleStanding.Ordinary)
            foreach (var step in LevelSteps(sources.Role.Level, SourceWording.InRole(sources))) yield return step;
        if (sources is { RoleGives: false, Condition: { } condition })
        {
            yield return new ExplanationStep(
                StepKind.Condition,
                condition.Holds is true ? StepEffect.Gives : StepEffect.GivesNothing,
                sources.Action,
                null,
                AsSentence(condition.Clause(SourceWording.Role(sources), sources.Action)));
        }
        if (sources.Own.Single is { } single)
        {
            yield return new ExplanationStep(
                StepKind.Grant,
                StepEffect.Gives,
                sources.Action,
                Grants.Allow,
                AsSentence($"{Named(single, sources.Action)} is granted to {SourceWording.Receiver(sources)}"));
        }
        foreach (var step in LevelSteps(sources.Own.Level, SourceWording.InGroup(sources))) yield return step;
    }

    private static ExplanationStep GroupStep(Sources sources, string group) => new(
        StepKind.Group,
        sources.Give ? StepEffect.Gives : StepEffect.GivesNothing,
        group,
        null,
        $"The member is in group {Quoted(group)}, which {(sources.Give ? "gives" : "does not give")} {Quoted(sources.Action)}.");

    private static ExplanationStep RoleStep(Sources sources, Plan plan)
    {
        var role = SourceWording.Role(sources);
        var text = sources.Standing switch
        {
            RoleStanding.Unknown => $"{role} does not exist and gives nothing",
            RoleStanding.NotOffered or RoleStanding.AdminNotOffered =>
                $"{role} is not offered by plan {Quoted(plan.Id)} and gives nothing",
            RoleStanding.AdminOfGroup => $"{role} is an admin role, which no group gives",
            RoleStanding.Admin => SourceWording.Giving(sources),
            _ when sources.Role.Single is { } single => $"{role} gives {Named(single, sources.Action)}",
            _ when sources.Role.IsWithdrawn => $"{role} withdraws {Quoted(sources.Action)}",
            _ when sources is { RoleGives: false, Condition: not null } => $"{role} gives {Quoted(sources.Action)} under a condition",
            _ => $"{role} {(sources.RoleGives ? "gives" : "does not give")} {Quoted(sources.Action)}",
        };
        var level = sources.Standing == RoleStanding.Ordinary ? sources.Role.Level : null;
        return new ExplanationStep(
            StepKind.Role,
            sources.RoleGives ? StepEffect.Gives : StepEffect.GivesNothing,
            sources.RoleId!,
            level?.LevelInEffect,
            AsSentence(text));
    }

    private static IEnumerable<ExplanationStep> LevelSteps(LevelFinding? level, string from)
    {
        if (level is null) yield break;
        var follows = level.IsInherited ? $", and {Quoted(level.Area.Id)} inherits it" : "";
        yield return new ExplanationStep(
            StepKind.Grant,
            level.WouldSuffice ? StepEffect.Gives : StepEffect.GivesNothing,
            level.SetOn,
            level.SetLevel,
            $"{Quoted(level.SetOn)} is set to {Quoted(level.SetLevel)}{from}{follows}.");

        // A cap over a level that would not do in any case took nothing away.
        if (!level.IsCapped || !level.WouldSuffice) yield break;
        yield return new ExplanationStep(
            StepKind.Cap,
            level.Suffices ? StepEffect.Passes : StepEffect.Restricts,
            level.Area.ParentId!,
            level.LevelInEffect,
            $"{Quoted(level.Area.ParentId)} is at {Quoted(level.LevelInEffect)}{from}, which caps {Quoted(level.Area.Id)}.");
    }
}
