namespace RbacGrains.Grains;

/// <summary>
/// The parameter of a grain's method that names the organization in which the required action is checked, in place of the grain's key. Only
/// right where the method touches nothing of another organization than the one it is told.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OrganizationAttribute : Attribute;

/// <summary>The parameter of a grain's method that names the project within which the required action is checked; without one it is the organization.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ProjectAttribute : Attribute;
