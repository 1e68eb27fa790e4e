using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RbacGrains.Client;

/// <summary>Reads the answers of one kind of call.</summary>
/// <param name="type">The JSON of a success; null for one that has nothing to say.</param>
/// <param name="map">The value of it and the HTTP status.</param>
internal sealed class HttpAnswerReader<TJson, T>(JsonTypeInfo<TJson>? type, Func<TJson, int, T> map)
    where TJson : class
{
    /// <summary>What an answer says.</summary>
    /// <exception cref="JsonException">A success whose body is not that of the API.</exception>
    public async ValueTask<Attempt<T>> Read(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode) return Refused(answer, status, await HttpProblems.Read(answer, body, cancellationToken));
        if (type is null) return new Attempt<T>(map(null!, status));
        var json = JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The answer is null.");
        return new Attempt<T>(map(json, status));
    }

    private static Attempt<T> Refused(HttpResponseMessage answer, int status, Error? error) => (status, error?.Code) switch
    {
        // Judged before anything was done.
        (429, _) => new Attempt<T>(null, Loss.NothingDone, error, PauseOf(answer)),
        // A node that cannot reach its cluster, or a proxy that cannot reach the node.
        (503, ErrorCodes.GridUnavailable or ErrorCodes.OutcomeUnknown or null) => new Attempt<T>(null, Loss.Unknown, error, PauseOf(answer)),
        (502 or 504, _) => new Attempt<T>(null, Loss.Unknown, error),
        ( >= 500, not ErrorCodes.ModelUnavailable) => new Attempt<T>(null, Loss.Final, error),
        _ => error is null
            ? new Attempt<T>(null, Loss.Final, HttpProblems.NotOurs($"{status} without a problem of the API; is the base address right?"))
            : new Attempt<T>(error),
    };

    private static TimeSpan PauseOf(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter?.Delta is { } pause && pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
}
