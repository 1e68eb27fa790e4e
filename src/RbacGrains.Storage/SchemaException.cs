namespace RbacGrains.Storage;

/// <summary>
/// The database's schema is not one that this program may use: a newer program has changed it, or a migration that was
/// applied is not the one in this program. The message says what to do. Nothing was changed.
/// </summary>
public sealed class SchemaException(string message) : Exception(message);
