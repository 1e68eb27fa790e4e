namespace RbacGrains.Model;

/// <summary>Explains decisions.</summary>
public static class Explainer
{
    /// <summary>The decision for an access, with its steps.</summary>
    public static Explanation Explain(Policy policy, Access? access, ActionHandle action, string? project, TimeProvider clock) =>
        throw new NotSupportedException();
}
