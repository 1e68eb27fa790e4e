using System.Runtime.CompilerServices;
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
    public ValueTask<Result<T>> Read<T>(Caller caller, Func<ValueTask<Result<T>>> call, CancellationToken cancellationToken) =>
        Read(caller, call, static call => call(), cancellationToken);

    /// <summary>A call that changes nothing and is made very often: it allocates nothing here as long as it is answered at once.</summary>
    /// <param name="caller">On whose behalf it is made.</param>
    /// <param name="arguments">All that the call needs.</param>
    /// <param name="call">Makes it. Static, so that nothing is captured.</param>
    /// <param name="cancellationToken">Ends the repetitions.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Result<T>> Read<TArguments, T>(
        Caller caller, TArguments arguments, Func<TArguments, ValueTask<Result<T>>> call, CancellationToken cancellationToken)
    {
        ActingUser.Carry(caller);
        var begun = clock.GetTimestamp();
        try
        {
            return await call(arguments);
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            return await ReadAgain(() => call(arguments), begun, cancellationToken);
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
        try
        {
            return await call();
        }
        catch (Exception lost) when (IsLoss(lost) && MayRepeat(begun, options.FirstPause))
        {
            return await Again(call, begun, cancellationToken);
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

    private async ValueTask<Result<T>> ReadAgain<T>(Func<ValueTask<Result<T>>> call, long begun, CancellationToken cancellationToken)
    {
        if (!MayRepeat(begun, options.FirstPause)) return Unavailable();
        try
        {
            return await Again(call, begun, cancellationToken);
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            return Unavailable();
        }
    }

    // The first attempt has failed.
    private async ValueTask<T> Again<T>(Func<ValueTask<T>> call, long begun, CancellationToken cancellationToken)
    {
        for (var pause = options.FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            await Task.Delay(pause, clock, cancellationToken);
            try
            {
                return await call();
            }
            catch (Exception lost) when (IsLoss(lost) && MayRepeat(begun, pause * 2))
            {
                // Once more.
            }
        }
    }

    private bool MayRepeat(long begun, TimeSpan pause) => clock.GetElapsedTime(begun) + pause < options.RetryFor;

    private static Error OutcomeUnknown() => new(
        ErrorKind.Unavailable,
        ErrorCodes.OutcomeUnknown,
        "The grid did not answer, so the change may or may not have been made. Look, or repeat it under the same operation id.");
}
