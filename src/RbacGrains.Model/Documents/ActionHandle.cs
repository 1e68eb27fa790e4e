namespace RbacGrains.Model;

/// <summary>An action resolved against one model: a check by handle looks up no string.</summary>
/// <param name="Index">The action's place in <see cref="ActionTable.Names"/> of that model. Means nothing in another model.</param>
public readonly record struct ActionHandle(int Index);
