namespace RbacGrains.Storage.Tests;

public sealed class SqliteStateTests(SqliteDatabases databases) : StateSuite(databases), IClassFixture<SqliteDatabases>;

public sealed class SqliteAuditTests(SqliteDatabases databases) : AuditSuite(databases), IClassFixture<SqliteDatabases>;

public sealed class SqliteCommitTests(SqliteDatabases databases) : CommitSuite(databases), IClassFixture<SqliteDatabases>;

public sealed class SqliteSchemaTests(SqliteDatabases databases) : SchemaSuite(databases), IClassFixture<SqliteDatabases>;

public sealed class SqliteOwnershipTests(SqliteDatabases databases) : OwnershipSuite(databases), IClassFixture<SqliteDatabases>;
