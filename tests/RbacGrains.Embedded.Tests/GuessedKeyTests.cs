using RbacGrains.Embedded.Tests.Crashes;

namespace RbacGrains.Embedded.Tests;

/// <summary>Guessing keys costs the service no memory.</summary>
public sealed class GuessedKeyTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task An_account_that_was_guessed_is_not_kept()
    {
        var world = await World.Create();
        var guessed = ApiKeyText.Parse($"rbac_{new string('a', 16)}_1_{new string('a', 52)}")!;
        var user = world.Grid.User(guessed.ServiceAccount);
        Assert.Same(user, world.Grid.User(guessed.ServiceAccount));

        Assert.False((await user.AuthenticateKey(guessed.Key, guessed.Digest, None)).Succeeded);

        Assert.NotSame(user, world.Grid.User(guessed.ServiceAccount));
    }

    [Fact]
    public async Task An_account_that_is_there_is_kept_whatever_is_guessed()
    {
        var world = await World.Create();
        await Workflows.All["make an API key"].Prepare(world);
        await Workflows.All["make an API key"].Act(world);
        var key = ApiKeyText.Parse(world.Key!.Secret)!;
        var user = world.Grid.User(key.ServiceAccount);

        Assert.False((await user.AuthenticateKey(key.Key, [.. key.Digest.Reverse()], None)).Succeeded);
        Assert.True((await user.AuthenticateKey(key.Key, key.Digest, None)).Succeeded);

        Assert.Same(user, world.Grid.User(key.ServiceAccount));
    }
}
