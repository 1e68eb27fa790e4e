using Orleans.Concurrency;

namespace RbacGrains.Grains;

/// <summary>A user as a grain: the actor of Core, with what Orleans adds. A check completes without waiting.</summary>
/// <inheritdoc cref="OrganizationGrain" path="/remarks"/>
[Reentrant]
[GrainType("rbac.user")]
internal sealed class UserGrain : User, IGrainBase, IUserGrain, IUserPeer
{
    private readonly IActorState<UserState> _state;

    public UserGrain(IGrainContext context, GrainHost host)
        : this(context, host, host.State<UserState>("user", context.GrainId))
    {
    }

    private UserGrain(IGrainContext context, GrainHost host, IActorState<UserState> state)
        : base(context.GrainId.Key.ToString()!, state, host.Services)
    {
        GrainContext = context;
        _state = state;
    }

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; }

    /// <inheritdoc/>
    public async Task OnActivateAsync(CancellationToken token) => await _state.Read(token);

    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Check(Caller caller, string organization, string action, string? project) =>
        Check(caller, organization, action, project, CancellationToken.None);
}
