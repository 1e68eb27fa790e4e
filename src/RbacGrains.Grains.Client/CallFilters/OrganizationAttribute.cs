namespace RbacGrains.Grains;

/// <summary>
/// The parameter of a grain's method that names the organization in which the required action is checked, in place of the grain's key. Only
/// right where the method touches nothing of another organization than the one it is told.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OrganizationAttribute : Attribute;

/// <summary>
/// What is required is checked in the organization and the project in which the caller acts (<see cref="ActingUser.Organization"/>), not in what the
/// grain's key says. Only right for what belongs to no organization, or to whichever the call is about: the caller chooses it.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WhereTheCallerActsAttribute : Attribute;

/// <summary>The parameter of a grain's method that names the project within which the required action is checked; without one it is the organization.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ProjectAttribute : Attribute;
