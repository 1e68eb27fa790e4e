namespace RbacGrains.Core.Tests;

/// <summary>That a key was used is written now and then, and nobody waits for it.</summary>
public sealed class KeyUseTests
{
    private const string Account = "svc:aaaaaaaaaaaaaaaa";
    private const string Secret = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    private static readonly PresentedKey Presented = ApiKeyText.Parse($"rbac_aaaaaaaaaaaaaaaa_1_{Secret}")!;

    private readonly MemoryState<UserState> _state = new() { State = Stored() };
    private readonly Clock _clock = new();
    private readonly User _user;

    public KeyUseTests() => _user = new User(
        Account, _state, new ActorServices(null!, new OnePolicy(), null!, new ModelCatalog([]), _clock));

    [Fact]
    public async Task A_use_is_written_once_in_five_minutes()
    {
        for (var minute = 0; minute < 15; minute++)
        {
            (await Authenticate()).Require();
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(3, _state.Writes);
        Assert.Equal(5, _state.State!.Memberships[0].Access.Version);
        Assert.Equal(6, _state.State.Sequence);
        Assert.Equal(_clock.GetUtcNow().AddMinutes(-5), _state.State.Memberships[0].Account!.Keys[0].LastUsedAt);
    }

    [Fact]
    public async Task A_store_that_is_down_or_slow_keeps_nobody_out()
    {
        _state.Fails = true;
        (await Authenticate()).Require();
        _clock.Advance(TimeSpan.FromMinutes(5));
        _state.Fails = false;
        var gate = new TaskCompletionSource();
        _state.Gate = gate.Task;

        (await Authenticate()).Require();

        Assert.Equal(0, _state.Writes);
        gate.SetResult();
        // The turn of the write ends before another begins.
        await _user.WriteMembership(new MembershipWrite("acme", 7, 5, Stored().Memberships[0], []));
        Assert.Equal(2, _state.Writes);
        Assert.Equal(_clock.GetUtcNow(), _state.State!.Memberships[0].Account!.Keys[0].LastUsedAt);
    }

    [Fact]
    public async Task A_wrong_key_is_no_use()
    {
        Assert.False((await _user.AuthenticateKey(Presented.Key, [.. Presented.Digest.Reverse()], default)).Succeeded);
        Assert.False((await _user.AuthenticateKey("key_aaaaaaaaaaaaaaaa_2", Presented.Digest, default)).Succeeded);
        Assert.False((await _user.AuthenticateKey("key_baaaaaaaaaaaaaaa_1", Presented.Digest, default)).Succeeded);
        Assert.False((await _user.AuthenticateKey(Presented.Key, [], default)).Succeeded);
        Assert.False((await _user.AuthenticateKey(Presented.Key, default, default)).Succeeded);
        Assert.False((await _user.AuthenticateKey("", Presented.Digest, default)).Succeeded);

        Assert.Equal(0, _state.Writes);
    }

    private ValueTask<Result<AuthenticatedKey>> Authenticate() => _user.AuthenticateKey(Presented.Key, Presented.Digest, default);

    private static UserState Stored() => new()
    {
        Sequence = 6,
        Memberships =
        [
            new Membership
            {
                Organization = "acme",
                Incarnation = 7,
                Access = new Access { Role = "analyst", Version = 5 },
                JoinedAt = DateTimeOffset.UnixEpoch,
                Account = new ServiceAccount
                {
                    Name = "ci",
                    LastNumber = 1,
                    Keys = [new ServiceAccountKey { Number = 1, Name = "k", Digest = Presented.Digest, CreatedAt = DateTimeOffset.UnixEpoch }],
                },
            },
        ],
    };

    private sealed class OnePolicy : IPolicySource
    {
        private readonly Policy _policy = new(ShippedModels.Load().Find("letta")!, "free", 1);

        public ValueTask<Result<OrganizationPolicy>> Get(string organization, CancellationToken cancellationToken) =>
            new(new OrganizationPolicy(_policy, 7));
    }

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan time) => _now += time;
    }
}
