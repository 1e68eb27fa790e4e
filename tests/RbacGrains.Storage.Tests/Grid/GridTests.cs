using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresGridStateTests(PostgresFixture server) : GridStateSuite(new PostgresDatabases(server));

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresGridSchemaTests(PostgresFixture server) : GridSchemaSuite(new PostgresDatabases(server));

public sealed class SqliteGridStateTests(SqliteDatabases databases) : GridStateSuite(databases), IClassFixture<SqliteDatabases>;

public sealed class SqliteGridSchemaTests(SqliteDatabases databases) : GridSchemaSuite(databases), IClassFixture<SqliteDatabases>;
