using Microsoft.Extensions.Logging.Abstractions;

namespace RbacGrains.Storage.Tests;

public sealed class StorageOptionsTests
{
    private static readonly StorageOptions Valid = new() { Provider = StorageProvider.Sqlite, ConnectionString = "Data Source=x.db" };

    public static TheoryData<string, StorageOptions> Invalid => new()
    {
        { nameof(StorageOptions.Provider), Valid with { Provider = (StorageProvider)7 } },
        { nameof(StorageOptions.ConnectionString), Valid with { ConnectionString = " " } },
        { nameof(StorageOptions.MaxBatch), Valid with { MaxBatch = 0 } },
        { nameof(StorageOptions.MaxBatch), Valid with { MaxBatch = 10_001 } },
        { nameof(StorageOptions.MaxBatchBytes), Valid with { MaxBatchBytes = 0 } },
        { nameof(StorageOptions.MaxWaiting), Valid with { MaxWaiting = 1_000_001 } },
        { nameof(StorageOptions.Writers), Valid with { Writers = 65 } },
        { nameof(StorageOptions.IdleReaders), Valid with { IdleReaders = -1 } },
        { nameof(StorageOptions.SlowCommit), Valid with { SlowCommit = TimeSpan.Zero } },
    };

    [Fact]
    public void The_defaults_are_valid() => Valid.Validate();

    [Theory, MemberData(nameof(Invalid))]
    public async Task An_option_out_of_range_is_refused_by_its_name(string name, StorageOptions options)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => Database.Open(options, TimeProvider.System, NullLogger<Database>.Instance));

        Assert.StartsWith($"Storage option {name} ", refused.Message);
    }
}
