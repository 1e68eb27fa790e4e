namespace RbacGrains.Model;

/// <summary>Names one thing of the product.</summary>
/// <param name="Type">What it is, such as a resource or an area of the model.</param>
/// <param name="Id">Which one; any text.</param>
public sealed record ResourceReference(string Type, string Id);
