using RbacGrains.Grains.Leases;
using RbacGrains.Storage;

namespace RbacGrains.Grains.Tests.Leases;

public sealed class LostSilosTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    private readonly SteppedClock _clock = new();
    private readonly FakeMembership _membership = new();
    private readonly LostSilos _lost;

    public LostSilosTests() => _lost = new LostSilos(_membership, _membership, Options(), _clock);

    [Fact]
    public void Nothing_is_waited_for_while_all_are_alive_and_the_table_is_read_once_for_each_version()
    {
        _membership.Put(FakeMembership.Silo(1), SiloStatus.Active, _clock.GetUtcNow());

        Assert.True(Outlive().IsCompletedSuccessfully);
        Assert.True(Outlive().IsCompletedSuccessfully);
        Assert.Equal(1, _membership.Reads);

        _membership.Tell();
        Assert.True(Outlive().IsCompletedSuccessfully);
        Assert.Equal(2, _membership.Reads);
    }

    [Fact]
    public async Task A_silo_that_others_gave_up_is_waited_for_one_lease()
    {
        Assert.True(Outlive().IsCompletedSuccessfully);
        Die(suspect: FakeMembership.Silo(2));
        _membership.Tell();

        var waiting = Outlive();
        _clock.Advance(Lease * 0.9);
        Assert.False(waiting.IsCompleted);
        Assert.False(await _lost.AreSilent());
        _clock.Advance(Lease * 0.2);
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(Outlive().IsCompletedSuccessfully);
        Assert.True(await _lost.AreSilent());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_silo_that_left_by_itself_or_was_replaced_at_its_address_is_not_waited_for(int generation)
    {
        Die(suspect: FakeMembership.Silo(1, generation));

        Assert.True(Outlive().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task The_clients_of_a_silo_that_was_replaced_at_its_address_are_waited_for_and_it_is_a_loss()
    {
        Die(suspect: FakeMembership.Silo(1, 2));

        var waiting = OutliveSessions();
        Assert.Equal(1, _lost.Losses);
        _clock.Advance(Lease * 0.9);
        Assert.False(waiting.IsCompleted);
        _clock.Advance(Lease * 0.2);
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_silo_that_left_by_itself_has_waited_for_its_clients_and_is_no_loss()
    {
        Die(suspect: FakeMembership.Silo(1, 1));

        Assert.True(OutliveSessions().IsCompletedSuccessfully);
        Assert.Equal(0, _lost.Losses);
    }

    [Fact]
    public void A_silo_that_died_long_ago_is_not_waited_for()
    {
        _membership.Put(FakeMembership.Silo(1), SiloStatus.Dead, _clock.GetUtcNow().AddHours(-1), FakeMembership.Silo(2));

        Assert.True(Outlive().IsCompletedSuccessfully);
    }

    [Fact]
    public void A_silo_whose_clock_is_behind_is_waited_for_all_the_same()
    {
        var now = _clock.GetUtcNow();
        _membership.Put(FakeMembership.Silo(1), SiloStatus.Dead, now.AddHours(-1), FakeMembership.Silo(2), now);

        Assert.False(Outlive().IsCompleted);
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_is_said_to_be_so_and_is_read_by_the_next()
    {
        _membership.Failure = new IOException("gone");
        await Assert.ThrowsAsync<GridStorageException>(Outlive);

        _membership.Failure = null;
        Assert.True(Outlive().IsCompletedSuccessfully);
        Assert.Equal(2, _membership.Reads);
    }

    private Task Outlive() => _lost.Outlive().AsTask();

    private Task OutliveSessions() => _lost.OutliveSessions().AsTask();

    private void Die(SiloAddress suspect) => _membership.Put(FakeMembership.Silo(1), SiloStatus.Dead, _clock.GetUtcNow(), suspect);

    internal static RbacGrainsOptions Options() => new()
    {
        Storage = new GridStorageOptions { Provider = StorageProvider.Sqlite, ConnectionString = "unused" },
        Models = ContractModels.Catalog,
        LeaseDuration = Lease,
    };
}
