using Microsoft.Extensions.Logging.Abstractions;
using RbacGrains.Storage;
using RbacGrains.Testing;

namespace RbacGrains.Grains.Tests.Cluster;

/// <summary>A silo whose clock is wrong does not start.</summary>
public sealed class ClockGuardTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    [Theory]
    [InlineData(0, null)]
    [InlineData(4, null)]
    [InlineData(-4, null)]
    [InlineData(60, "60.0 s ahead of the database's")]
    [InlineData(-60, "60.0 s behind the database's")]
    public async Task A_clock_is_refused_when_it_is_too_far_from_the_databases(int seconds, string? refusal)
    {
        var options = new GridStorageOptions
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = $"Data Source={_folder.File("grid.db")}",
            MigrateOnStart = true,
        };
        await using var database = await GridDatabase.Open(options, TimeProvider.System, NullLogger<GridDatabase>.Instance, default);
        var check = () => ClockGuard.Check(
            database, new Shifted(TimeSpan.FromSeconds(seconds)), TimeSpan.FromSeconds(5), NullLogger.Instance, default).AsTask();

        if (refusal is null) await check();
        else Assert.Contains(refusal, (await Assert.ThrowsAsync<StorageUnavailableException>(check)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
