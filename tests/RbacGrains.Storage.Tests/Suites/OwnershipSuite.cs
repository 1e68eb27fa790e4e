using RbacGrains.Testing;

namespace RbacGrains.Storage.Tests;

public abstract class OwnershipSuite(ITestDatabases databases) : StorageSuite(databases)
{
    [ServerFact]
    public async Task A_second_owner_is_refused_until_the_first_has_closed()
    {
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => Open(Options));
        Assert.Matches("in use by another process|Another process owns", refused.Message);
        Assert.Equal(1, await Write(State("ann")));

        await Database.DisposeAsync();
        await using var second = await Open(Options);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Open(Options));
    }

    [ServerFact]
    public async Task Whoever_asks_for_no_ownership_may_read_beside_the_owner()
    {
        await Write(State("ann", 0, "{}", Entry("1")));

        await using var guest = await Open(Options with { ExclusiveOwnership = false });

        Assert.NotNull(await guest.Read(new("user", "ann"), default));
        Assert.Single((await guest.Read("acme", new(), new(), default)).Items);
    }

    [ServerFact]
    public async Task Two_processes_that_write_the_same_record_never_overwrite_each_other()
    {
        await Reopen(Options with { ExclusiveOwnership = false });
        await using var other = await Open(Options with { ExclusiveOwnership = false });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            try
            {
                return await (i % 2 == 0 ? Database : other).Write(State($"{i / 2}", 0, "{}", Entry($"{i}")), default);
            }
            catch (Core.StateConflictException)
            {
                return 0;
            }
        }));

        Assert.Equal(100, outcomes.Sum());
        Assert.Equal(100, (await Database.Read("acme", new(), new(1000), default)).Items.Length);
    }

    [ServerFact]
    public async Task A_closed_database_answers_no_more()
    {
        await Database.DisposeAsync();
        await Database.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Read("ann"));
    }
}
