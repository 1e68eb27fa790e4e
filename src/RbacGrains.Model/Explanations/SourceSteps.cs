using static RbacGrains.Model.ExplanationWords;

namespace RbacGrains.Model;

/// <summary>The steps for a member's sources: the role with its level in the action's area, then the grants beside it.</summary>
internal static class SourceSteps
{
    public static IEnumerable<ExplanationStep> Of(Sources sources, Plan plan)
    {
        yield return RoleStep(sources, plan);
        if (sources.Standing == RoleStanding.Ordinary)
            foreach (var step in LevelSteps(sources.Role.Level, sources.RoleId)) yield return step;
        if (sources is { RoleGives: false, Condition: { } condition })
        {
            yield return new ExplanationStep(
                StepKind.Condition,
                condition.Holds is true ? StepEffect.Gives : StepEffect.GivesNothing,
                sources.Action,
                null,
                AsSentence(condition.Clause(sources.RoleId, sources.Action)));
        }
        if (sources.Own.Single is { } single)
        {
            yield return new ExplanationStep(
                StepKind.Grant,
                StepEffect.Gives,
                sources.Action,
                Grants.Allow,
                AsSentence($"{Named(single, sources.Action)} is granted to the member"));
        }
        foreach (var step in LevelSteps(sources.Own.Level, role: null)) yield return step;
    }

    private static ExplanationStep RoleStep(Sources sources, Plan plan)
    {
        var role = Quoted(sources.RoleId);
        var text = sources.Standing switch
        {
            RoleStanding.Unknown => $"role {role} does not exist and gives nothing",
            RoleStanding.NotOffered or RoleStanding.AdminNotOffered =>
                $"role {role} is not offered by plan {Quoted(plan.Id)} and gives nothing",
            RoleStanding.Admin => SourceWording.Giving(sources),
            _ when sources.Role.Single is { } single => $"role {role} gives {Named(single, sources.Action)}",
            _ when sources.Role.IsWithdrawn => $"role {role} withdraws {Quoted(sources.Action)}",
            _ when sources is { RoleGives: false, Condition: not null } => $"role {role} gives {Quoted(sources.Action)} under a condition",
            _ => $"role {role} {(sources.RoleGives ? "gives" : "does not give")} {Quoted(sources.Action)}",
        };
        var level = sources.Standing == RoleStanding.Ordinary ? sources.Role.Level : null;
        return new ExplanationStep(
            StepKind.Role,
            sources.RoleGives ? StepEffect.Gives : StepEffect.GivesNothing,
            sources.RoleId!,
            level?.LevelInEffect,
            AsSentence(text));
    }

    private static IEnumerable<ExplanationStep> LevelSteps(LevelFinding? level, string? role)
    {
        if (level is null) yield break;
        var from = SourceWording.InRole(role);
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
