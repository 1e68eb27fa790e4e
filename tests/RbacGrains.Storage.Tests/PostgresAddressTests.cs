using Microsoft.Extensions.Logging.Abstractions;

namespace RbacGrains.Storage.Tests;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=rbac;Username=ann;Password=secret", "database 'rbac' on '127.0.0.1' port 1 as user 'ann'")]
    [InlineData("Host=/nowhere/at/all;Database=rbac;Username=ann;Password=secret", "Check that the server is running")]
    [InlineData("Database=rbac;Username=ann;Password=secret", "names no PostgreSQL host")]
    [InlineData("Host=db;Password=top;secret=1", "unknown or malformed")]
    [InlineData("Host=db;Port=secret", "unknown or malformed")]
    [InlineData("secret", "unknown or malformed")]
    public async Task What_cannot_be_opened_is_refused_with_the_reason_and_without_the_password(string connectionString, string expected)
    {
        foreach (var exclusive in new[] { true, false })
        {
            var options = new StorageOptions
            {
                Provider = StorageProvider.Postgres,
                ConnectionString = connectionString,
                ExclusiveOwnership = exclusive,
            };

            var refused = await Assert.ThrowsAsync<StorageUnavailableException>(
                () => Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance));

            Assert.Contains(expected, refused.Message);
            Assert.DoesNotContain("secret", refused.ToString());
            Assert.DoesNotContain("secret", options.ToString());
        }
    }
}
