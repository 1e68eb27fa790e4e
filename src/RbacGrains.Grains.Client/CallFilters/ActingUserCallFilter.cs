namespace RbacGrains.Grains;

/// <summary>
/// Says with each call of a grain on whose behalf it is made. Calls of RbacGrains and of Orleans themselves are left as they are; so are
/// those from within a grain, which carry on what came with the call that the grain is answering.
/// </summary>
/// <param name="calls">Tells whose interfaces are whose.</param>
/// <param name="sources">Who knows the acting user outside of grains; the first that does is believed.</param>
internal sealed class ActingUserCallFilter(GuardedCalls calls, IEnumerable<IActingUserSource> sources) : IOutgoingGrainCallFilter
{
    private readonly IActingUserSource[] _sources = [.. sources];

    /// <inheritdoc/>
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (_sources.Length == 0 || context.SourceContext is not null || ActingUser.Current is not null) return context.Invoke();
        if (calls.IsInfrastructure(context.InterfaceMethod?.DeclaringType)) return context.Invoke();
        return Find() is { } acting ? InvokeAs(context, acting) : context.Invoke();
    }

    // Asynchronous so that what is set here is not seen by the caller, whose next call may be another user's.
    private static async Task InvokeAs(IOutgoingGrainCallContext context, ActingAs acting)
    {
        ActingUser.Set(acting);
        await context.Invoke();
    }

    private ActingAs? Find()
    {
        foreach (var source in _sources)
            if (source.Current is { } acting) return acting;
        return null;
    }
}
