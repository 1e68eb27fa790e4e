namespace RbacGrains.Api;

/// <summary>Holds what the provider says of itself and the keys that it signs with, and asks again from time to time.</summary>
internal sealed class ProviderMetadata(ProviderSettings settings, ProviderClient client, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _asking = new(1);
    private volatile Held? _held;
    private volatile Attempt? _failed;

    /// <summary>What the provider says of itself; the last that was heard where it does not answer now.</summary>
    /// <exception cref="SignInException">Nothing was heard yet, and it does not answer.</exception>
    public async ValueTask<ProviderDocument> Get(CancellationToken cancellationToken) => (await Hold(IsFresh, cancellationToken)).Document;

    /// <summary>The key of a name. A name that is not known is asked for, though not often.</summary>
    /// <param name="name">Its <c>kid</c>; null for the only one.</param>
    /// <param name="algorithm">The signature's <c>alg</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The key; null where the provider has none of that name for that algorithm.</returns>
    public async ValueTask<ProviderKey?> FindKey(string? name, string algorithm, CancellationToken cancellationToken)
    {
        var held = await Hold(IsFresh, cancellationToken);
        if (held.Find(name, algorithm) is { } key) return key;
        held = await Hold(known => known.Find(name, algorithm) is not null || Age(known.At) < BetweenKeys, cancellationToken);
        return held.Find(name, algorithm);
    }

    /// <inheritdoc/>
    public void Dispose() => _asking.Dispose();

    private bool IsFresh(Held held) => Age(held.At) < Fresh;

    private TimeSpan Age(long at) => clock.GetElapsedTime(at);

    private async ValueTask<Held> Hold(Func<Held, bool> suffices, CancellationToken cancellationToken)
    {
        if (_held is { } held && suffices(held)) return held;
        // One asks, and the others wait for the answer; while the provider is lost they are told at once.
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_held is { } meanwhile && suffices(meanwhile)) return meanwhile;
            if (_failed is { } failed && Age(failed.At) < BetweenAttempts) return _held ?? throw failed.Failure;
            return await Ask(cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<Held> Ask(CancellationToken cancellationToken)
    {
        try
        {
            var address = new Uri($"{settings.Authority.OriginalString.TrimEnd('/')}/.well-known/openid-configuration");
            using var json = await client.Get(address, cancellationToken);
            var document = ProviderDocument.Read(json.RootElement, settings.Authority);
            using var keys = await client.Get(document.Keys, cancellationToken);
            _failed = null;
            return _held = new Held(document, ProviderKey.ReadAll(keys.RootElement), clock.GetTimestamp());
        }
        catch (SignInException failure)
        {
            _failed = new Attempt(failure, clock.GetTimestamp());
            if (_held is { } last) return last;
            throw;
        }
    }

    private sealed record Attempt(SignInException Failure, long At);

    private sealed record Held(ProviderDocument Document, IReadOnlyList<ProviderKey> Keys, long At)
    {
        public ProviderKey? Find(string? name, string algorithm)
        {
            var fitting = Keys.Where(key => key.Fits(algorithm) && (name is null || key.Name == name)).Take(2).ToList();
            return fitting.Count == 1 ? fitting[0] : null;
        }
    }
}
