namespace RbacGrains.Api;

/// <summary>A parameter that an endpoint takes in the query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="IsNumber">Whether it is a whole number; text otherwise.</param>
internal sealed record QueryParameter(string Name, string Description, bool IsNumber = false);
