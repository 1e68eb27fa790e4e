using Orleans.Runtime.Messaging;
using Orleans.Storage;

namespace RbacGrains.Grains;

/// <summary>
/// Makes the calls of a client: repeats what is safe to repeat while a silo is lost or the cluster cannot be reached, and turns what
/// remains into an error. A change without an operation id is made once: an answer that did not come leaves open whether it was made.
/// </summary>
internal sealed class GridCalls(GridClientOptions options, TimeProvider clock)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>A call that changes nothing.</summary>
    public async ValueTask<Result<T>> Read<T>(Caller caller, Func<ValueTask<Result<T>>> call, CancellationToken cancellationToken)
    {
        ActingUser.Carry(caller);
        try
        {
            return await Repeat(call, cancellationToken);
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            return Unavailable();
        }
    }

    /// <summary>A change.</summary>
    public async ValueTask<Result<T>> Change<T>(
        ChangeContext context, Func<ValueTask<Result<T>>> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ActingUser.Carry(context.Caller);
        try
        {
            return context.OperationId is null ? await call() : await Repeat(call, cancellationToken);
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            return OutcomeUnknown();
        }
    }

    /// <summary>A change that names itself: made twice, it is made once.</summary>
    public async ValueTask<Result<T>> Natural<T>(Func<ValueTask<Result<T>>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await Repeat(call, cancellationToken);
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            return OutcomeUnknown();
        }
    }

    /// <summary>Repeats a call until it is answered, or the time is up; then its exception is the caller's.</summary>
    public async ValueTask<T> Repeat<T>(Func<ValueTask<T>> call, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        for (var pause = options.FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            try
            {
                return await call();
            }
            catch (Exception lost) when (IsLoss(lost) && clock.GetElapsedTime(begun) + pause < options.RetryFor)
            {
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    /// <summary>Whether an exception says that a silo, the cluster or its database is lost, and not that something is wrong with the request.</summary>
    public static bool IsLoss(Exception exception) => exception is
        OrleansMessageRejectionException or TimeoutException or ConnectionFailedException or GatewayTooBusyException
        or ClientNotAvailableException or InconsistentStateException or GridStorageException;

    /// <summary>The answer to a request that changes nothing and was not answered.</summary>
    public Error Unavailable() => new(
        ErrorKind.Unavailable,
        ErrorCodes.GridUnavailable,
        $"The grid did not answer, though the request was repeated for {options.RetryFor.TotalSeconds:0.#} s. Try again later.");

    private static Error OutcomeUnknown() => new(
        ErrorKind.Unavailable,
        ErrorCodes.OutcomeUnknown,
        "The grid did not answer, so the change may or may not have been made. Look, or repeat it under the same operation id.");
}
