namespace RbacGrains.Testing;

/// <summary>Marks a test class whose <see cref="ServerFactAttribute"/> tests are skipped where PostgreSQL is not installed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute;
