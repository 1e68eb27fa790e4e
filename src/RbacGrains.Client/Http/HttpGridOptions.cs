namespace RbacGrains.Client;

/// <summary>How the service is called over HTTP.</summary>
public sealed class HttpGridOptions
{
    /// <summary>Where the service is, such as <c>https://rbac.example</c>; a path before <c>/v1</c> is kept. Required.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// A key of the service: 1 to 256 visible ASCII characters. Required. To make calls on behalf of users, as <see cref="IGrid"/> does for every
    /// <see cref="Caller"/> that is one, it has to be a key that may act for users.
    /// </summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Whether the key may travel unencrypted to another machine. Default: no; <c>http</c> is then for loopback addresses only.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>
    /// For how long a request that is safe to repeat (a read, a check, a change with an operation id, whatever was never sent) is repeated
    /// while the service cannot be reached. Default: 20 seconds, from 0 (never) to 10 minutes.
    /// </summary>
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The pause before the first repetition; it doubles up to one second. Default: 50 milliseconds, from 1 millisecond to 1 second.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long one attempt may take. Default: 30 seconds, from 100 milliseconds to 10 minutes.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long connecting may take, of an attempt. Default: 5 seconds, from 100 milliseconds to 10 minutes.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest answer in bytes that is read. Default: 64 MiB, from 64 KiB to 1 GiB.</summary>
    public int MaxAnswerBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>What is wrong with the options, a sentence each.</summary>
    internal IEnumerable<string> Mistakes()
    {
        if (BaseAddress is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" })
            yield return $"{nameof(BaseAddress)} has to be an absolute http or https address without query, fragment and user.";
        else if (BaseAddress is { Scheme: "http", IsLoopback: false } && !AllowInsecureHttp)
            yield return $"{nameof(BaseAddress)} is not encrypted. Use https, or set {nameof(AllowInsecureHttp)} where the network is trusted.";
        if (ApiKey is not { Length: > 0 and <= 256 } || ApiKey.AsSpan().ContainsAnyExceptInRange('!', '~'))
            yield return $"{nameof(ApiKey)} has to have 1 to 256 visible ASCII characters.";
        if (RetryFor < TimeSpan.Zero || RetryFor > TimeSpan.FromMinutes(10))
            yield return $"{nameof(RetryFor)} is {RetryFor}; it must be from 0 to 10 minutes.";
        if (FirstPause < TimeSpan.FromMilliseconds(1) || FirstPause > TimeSpan.FromSeconds(1))
            yield return $"{nameof(FirstPause)} is {FirstPause}; it must be from 1 millisecond to 1 second.";
        foreach (var (name, time) in new[] { (nameof(AttemptTimeout), AttemptTimeout), (nameof(ConnectTimeout), ConnectTimeout) })
            if (time < TimeSpan.FromMilliseconds(100) || time > TimeSpan.FromMinutes(10))
                yield return $"{name} is {time}; it must be from 100 milliseconds to 10 minutes.";
        if (MaxAnswerBytes is < 64 * 1024 or > 1024 * 1024 * 1024)
            yield return $"{nameof(MaxAnswerBytes)} is {MaxAnswerBytes}; it must be from 64 KiB to 1 GiB.";
    }
}
