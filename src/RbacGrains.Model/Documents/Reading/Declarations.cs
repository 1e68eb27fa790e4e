namespace RbacGrains.Model;

/// <summary>What a document declares, filled section by section and asked by the sections that refer to it.</summary>
internal sealed class Declarations
{
    public DeclaredNames Plans { get; } = new("plan", "plans");

    public DeclaredNames Resources { get; } = new("resource", "resources");

    /// <summary>The levels, lowest first.</summary>
    public DeclaredNames Levels { get; } = new("level", "levels");

    /// <summary>Areas and sub-areas by full id.</summary>
    public DeclaredNames Areas { get; } = new("area", "areas");

    /// <summary>Actions by name and by each other name.</summary>
    public DeclaredNames Actions { get; } = new("action", "actions");

    public DeclaredNames Roles { get; } = new("role", "roles");

    public DeclaredNames Presets { get; } = new("preset", "presets");

    public DeclaredNames Gates { get; } = new("gate", "gates");
}
