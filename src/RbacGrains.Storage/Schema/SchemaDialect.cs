namespace RbacGrains.Storage;

/// <summary>How a database's schema is changed.</summary>
/// <param name="Begin">Begins a transaction that no other process can migrate beside.</param>
/// <param name="CountTables">Counts the tables called <c>schema_migrations</c>: 0 or 1.</param>
/// <param name="Timeout">How many seconds a statement may take; 0 for as long as it needs.</param>
internal sealed record SchemaDialect(string Begin, string CountTables, int Timeout);
