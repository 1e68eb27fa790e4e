using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public sealed class SqliteGridStateTests(SqliteDatabases databases) : GridStateSuite(databases), IClassFixture<SqliteDatabases>;

public sealed class SqliteGridAuditTests(SqliteDatabases databases) : GridAuditSuite(databases), IClassFixture<SqliteDatabases>;

public sealed class SqliteGridFenceTests(SqliteDatabases databases) : GridFenceSuite(databases), IClassFixture<SqliteDatabases>;

public sealed class SqliteGridDatabaseTests(SqliteDatabases databases) : GridDatabaseSuite(databases), IClassFixture<SqliteDatabases>;

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresGridStateTests(PostgresFixture server) : GridStateSuite(new PostgresDatabases(server));

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresGridAuditTests(PostgresFixture server) : GridAuditSuite(new PostgresDatabases(server));

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresGridFenceTests(PostgresFixture server) : GridFenceSuite(new PostgresDatabases(server));

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresGridDatabaseTests(PostgresFixture server) : GridDatabaseSuite(new PostgresDatabases(server));
