namespace RbacGrains.Model;

/// <summary>One thing that somebody is granted.</summary>
/// <param name="On">An area (<c>knowledge</c>), a sub-area (<c>knowledge/faqs</c>) or an action (<c>agents:create</c>).</param>
/// <param name="Level">The level on the area, or <see cref="Grants.Allow"/> for an action.</param>
public readonly record struct Grant(string On, string Level)
{
    /// <summary>Whether a single action is granted, and not a level in an area.</summary>
    public bool IsAction => On.Contains(':', StringComparison.Ordinal);
}
