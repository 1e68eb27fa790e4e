using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RbacGrains.Client;

/// <summary>
/// Makes the calls of a client: repeats what is safe to repeat while the service cannot be reached, and turns what remains into an error. A
/// change without an operation id is made once, unless it surely was not made: an answer that did not come leaves that open.
/// </summary>
internal sealed class HttpCalls(HttpClient http, HttpGridOptions options, TimeProvider clock)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>A call that changes nothing.</summary>
    public ValueTask<Result<T>> Read<TJson, T>(
        HttpCall call, JsonTypeInfo<TJson> type, Func<TJson, T> map, CancellationToken cancellationToken)
        where TJson : class =>
        Repeat(call, new HttpAnswerReader<TJson, T>(type, (json, _) => map(json)), isChange: false, isHarmless: true, cancellationToken);

    /// <summary>A change, which is made once where it has a name.</summary>
    /// <param name="call">The call.</param>
    /// <param name="type">The JSON of the answer.</param>
    /// <param name="map">The value of the answer and its HTTP status.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<Result<T>> Change<TJson, T>(
        HttpCall call, JsonTypeInfo<TJson> type, Func<TJson, int, T> map, CancellationToken cancellationToken)
        where TJson : class =>
        Repeat(call, new HttpAnswerReader<TJson, T>(type, map), isChange: true, call.Change?.OperationId is not null, cancellationToken);

    /// <summary>A change whose answer has nothing to say.</summary>
    public ValueTask<Result<Done>> Change(HttpCall call, CancellationToken cancellationToken) =>
        Repeat(call, new HttpAnswerReader<object, Done>(null, (_, _) => Done.Instance),
            isChange: true, call.Change?.OperationId is not null, cancellationToken);

    /// <summary>A change that names itself: made twice, it is made once.</summary>
    public ValueTask<Result<T>> Natural<TJson, T>(
        HttpCall call, JsonTypeInfo<TJson> type, Func<TJson, T> map, CancellationToken cancellationToken)
        where TJson : class =>
        Repeat(call, new HttpAnswerReader<TJson, T>(type, (json, _) => map(json)), isChange: true, isHarmless: true, cancellationToken);

    private async ValueTask<Result<T>> Repeat<TJson, T>(
        HttpCall call, HttpAnswerReader<TJson, T> reader, bool isChange, bool isHarmless, CancellationToken cancellationToken)
        where TJson : class
    {
        if (HttpCallRules.Check(call) is { } mistake) return mistake;
        var begun = clock.GetTimestamp();
        var mayBeMade = false;
        for (var pause = options.FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            var attempt = await Try(call, reader, cancellationToken);
            if (attempt.Answer is { } answer) return answer;
            mayBeMade |= attempt.Loss != Loss.NothingDone;
            var wait = pause > attempt.Pause ? pause : attempt.Pause;
            var mayRepeat = attempt.Loss == Loss.NothingDone || (attempt.Loss == Loss.Unknown && isHarmless);
            if (!mayRepeat || clock.GetElapsedTime(begun) + wait >= options.RetryFor)
                return isChange && mayBeMade ? OutcomeUnknown() : attempt.Error ?? Unavailable();
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async ValueTask<Attempt<T>> Try<TJson, T>(
        HttpCall call, HttpAnswerReader<TJson, T> reader, CancellationToken cancellationToken)
        where TJson : class
    {
        using var time = new CancellationTokenSource(options.AttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        try
        {
            using var message = call.Message(options.ApiKey);
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseContentRead, either.Token);
            return await reader.Read(answer, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Attempt<T>(null, Loss.Unknown);
        }
        catch (HttpRequestException lost)
        {
            return new Attempt<T>(null, LossOf(lost));
        }
        catch (JsonException)
        {
            return new Attempt<T>(null, Loss.Final, HttpProblems.NotOurs("something that is not what this version of the API answers"));
        }
    }

    private static Loss LossOf(HttpRequestException lost) => lost.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError => Loss.NothingDone,
        HttpRequestError.ConfigurationLimitExceeded => Loss.Final,
        _ => Loss.Unknown,
    };

    private Error Unavailable() => new(
        ErrorKind.Unavailable,
        ErrorCodes.GridUnavailable,
        $"The service did not answer within {options.RetryFor.TotalSeconds:0.#} s of attempts, or not as it should. Try again later.");

    private static Error OutcomeUnknown() => new(
        ErrorKind.Unavailable,
        ErrorCodes.OutcomeUnknown,
        "The service did not answer, so the change may or may not have been made. Look, or repeat it under the same operation id.");
}
