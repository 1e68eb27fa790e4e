namespace RbacGrains.Model.Tests;

/// <summary>Short ways to write down what somebody holds.</summary>
internal static class Given
{
    public static Grants Grants(params (string On, string Level)[] grants) =>
        Model.Grants.Of(grants.Select(grant => KeyValuePair.Create(grant.On, grant.Level)));

    public static Access Member(params (string On, string Level)[] grants) => new() { Role = "member", Grants = Grants(grants) };

    public static bool Allows(this Policy policy, Access? access, string action, string? project = null, TimeProvider? clock = null) =>
        Evaluator.Allows(policy, access, action, project, clock ?? new ManualClock());

    public static DecisionReason Reason(
        this Policy policy, Access? access, string action, string? project = null, TimeProvider? clock = null) =>
        Evaluator.Decide(policy, access, policy.Model.Actions.Resolve(action), project, clock ?? new ManualClock()).Reason;

    public static string LevelIn(this EffectivePermissions permissions, string area) =>
        permissions.Areas.Single(grant => grant.On == area).Level;

    public static EffectivePermissions Effective(this Policy policy, Access access, string? project = null, TimeProvider? clock = null) =>
        EffectivePermissions.Of(policy, access, project, clock ?? new ManualClock());
}
