using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresStateTests(PostgresFixture server) : StateSuite(new PostgresDatabases(server));

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresAuditTests(PostgresFixture server) : AuditSuite(new PostgresDatabases(server));

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresCommitTests(PostgresFixture server) : CommitSuite(new PostgresDatabases(server));

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresSchemaTests(PostgresFixture server) : SchemaSuite(new PostgresDatabases(server));

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresOwnershipTests(PostgresFixture server) : OwnershipSuite(new PostgresDatabases(server));
