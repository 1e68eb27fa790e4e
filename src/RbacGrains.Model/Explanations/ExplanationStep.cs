namespace RbacGrains.Model;

/// <summary>One thing that was looked at on the way to a decision.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Effect">What it did.</param>
/// <param name="Subject">Its id: a role, an area, an action, a gate, a plan, a project, a group.</param>
/// <param name="Level">The level it gives or leaves; null where there is none.</param>
/// <param name="Text">What it did, as a sentence.</param>
public sealed record ExplanationStep(StepKind Kind, StepEffect Effect, string Subject, string? Level, string Text);

/// <summary>What sort of thing was looked at.</summary>
public enum StepKind
{
    /// <summary>Whether the user is a member.</summary>
    Membership,

    /// <summary>The member's role.</summary>
    Role,

    /// <summary>A grant of a level or an action, of the member or of the role.</summary>
    Grant,

    /// <summary>A parent area that caps its sub-area.</summary>
    Cap,

    /// <summary>The organization's plan, or a gate over a feature.</summary>
    Gate,

    /// <summary>The member's ceiling inside a project.</summary>
    ProjectScope,

    /// <summary>A suspension.</summary>
    Suspension,

    /// <summary>An expiry.</summary>
    Expiry,

    /// <summary>The condition under which a role of the member gives the action.</summary>
    Condition,

    /// <summary>A group of the member; what its role and its grants say follows.</summary>
    Group,
}

/// <summary>What a step did to the decision.</summary>
public enum StepEffect
{
    /// <summary>It gives the action.</summary>
    Gives,

    /// <summary>It gives nothing towards the action.</summary>
    GivesNothing,

    /// <summary>It lets pass what was given.</summary>
    Passes,

    /// <summary>It takes away what was given.</summary>
    Restricts,
}
