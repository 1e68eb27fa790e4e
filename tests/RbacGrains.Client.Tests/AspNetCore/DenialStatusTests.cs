using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace RbacGrains.Client.Tests.AspNetCore;

/// <summary>The status of a denial, where the decision itself does not say it.</summary>
public sealed class DenialStatusTests
{
    private readonly Source _source = new();
    private readonly MovingClock _clock = new();

    [Theory]
    [InlineData("letta", 401)]
    [InlineData("humanloop", 403)]
    [InlineData("a-model-of-somebody-else", 403)]
    [InlineData(null, 403)]
    public async Task It_is_the_models_and_403_where_that_is_not_known(string? model, int status)
    {
        _source.Model = model;

        Assert.Equal(status, await Make().Get("acme", default));
    }

    [Fact]
    public async Task The_organization_is_asked_once_in_a_while_and_not_for_every_denial()
    {
        _source.Model = "letta";
        var statuses = Make();

        await statuses.Get("acme", default);
        await statuses.Get("acme", default);
        await statuses.Get("other", default);
        Assert.Equal(2, _source.Asked);

        _clock.Now += TimeSpan.FromMinutes(6);
        await statuses.Get("acme", default);
        Assert.Equal(3, _source.Asked);
    }

    [Fact]
    public async Task What_could_not_be_found_out_is_not_remembered()
    {
        var statuses = Make();
        _source.Failure = new InvalidOperationException("The database is gone.");
        Assert.Equal(403, await statuses.Get("acme", default));

        _source.Failure = null;
        _source.Model = "letta";
        Assert.Equal(401, await statuses.Get("acme", default));
    }

    [Fact]
    public async Task More_organizations_than_are_remembered_are_still_answered()
    {
        _source.Model = "letta";
        var statuses = Make();

        for (var organization = 0; organization < 10_500; organization++) Assert.Equal(401, await statuses.Get($"o{organization}", default));

        Assert.Equal(10_500, _source.Asked);
    }

    [Fact]
    public async Task Without_a_grid_it_is_403_or_what_the_application_says()
    {
        Assert.Equal(403, await Denied(_ => { }));
        Assert.Equal(401, await Denied(options => options.DenialStatus = 401));
        Assert.Equal(401, await Denied(_ => { }, services => services.AddSingleton<IDenialStatus, Always401>()));
    }

    private static async Task<int> Denied(Action<RbacAuthorizationOptions> configure, Action<IServiceCollection>? add = null)
    {
        await using var app = await GuardedApp.Start(
            new Answering(), app => app.MapGet("/{org}", () => "in").RequireAction("a:one"), add, configure);
        return (await app.Get("/acme", ("Claims", "sub=alice"))).Status;
    }

    private ModelDenialStatus Make() =>
        new(_source, Options.Create(new RbacAuthorizationOptions()), _clock, NullLogger<ModelDenialStatus>.Instance);

    private sealed class Always401 : IDenialStatus
    {
        public ValueTask<int> Get(string organization, CancellationToken cancellationToken) => new(401);
    }

    private sealed class MovingClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
