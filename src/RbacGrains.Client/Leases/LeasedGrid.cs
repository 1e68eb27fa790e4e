using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace RbacGrains.Client;

/// <summary>
/// A grid whose checks are answered in this process. What is held under a lease answers at once and allocates nothing; what is not held is
/// fetched once. An answer is never given from a lease that has run out; when the service is lost, nothing is allowed, unless
/// <see cref="LeasedGridOptions.StaleWhileUnreachable"/> says otherwise. Everything but the service's own checks goes to the grid itself.
/// </summary>
/// <remarks>
/// A change that was acknowledged is seen by every check that begins after: its owner waits until this process has dropped what it held, or its
/// lease has run out.
/// </remarks>
public sealed class LeasedGrid : IGrid, IPermissions, IAsyncDisposable
{
    private const int MostAttempts = 4;

    private readonly IGrid _grid;
    private readonly TimeProvider _time;
    private readonly LeaseClock _clock;
    private readonly LeasedGridOptions _options;
    private readonly LeaseKeeper _keeper;

    /// <summary>Makes one that holds nothing yet; the first check opens a session.</summary>
    /// <param name="grid">Answers what leases do not.</param>
    /// <param name="source">Grants the leases; of the same service as the grid.</param>
    /// <param name="options">How it holds; null for the defaults.</param>
    /// <param name="time">The time; null for the system's.</param>
    /// <param name="logger">Is told when the service is lost and found; null for nobody.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds.</exception>
    public LeasedGrid(
        IGrid grid,
        ILeaseSource source,
        LeasedGridOptions? options = null,
        TimeProvider? time = null,
        ILogger<LeasedGrid>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(source);
        (_grid, _time, _options) = (grid, time ?? TimeProvider.System, (options ?? new LeasedGridOptions()).Validated());
        _clock = new LeaseClock(_time);
        _keeper = new LeaseKeeper(source, _options, _time, logger ?? NullLogger<LeasedGrid>.Instance);
    }

    /// <inheritdoc/>
    public ITenants Tenants => _grid.Tenants;

    /// <summary>How it stands with the service.</summary>
    public LeaseState State => _keeper.State;

    /// <summary>How many accesses are held.</summary>
    public int Held => _keeper.Records.Count;

    /// <inheritdoc/>
    public IOrganization Organization(string id) => _grid.Organization(id);

    /// <inheritdoc/>
    public IUser User(string id) => new LeasedUser(id, this, _grid.User(id));

    /// <inheritdoc/>
    public IInvitation Invitation(string id) => _grid.Invitation(id);

    /// <summary>Opens a session now, so that the first check need not wait for it.</summary>
    /// <returns>Completes when there is one, or the service cannot be reached.</returns>
    public async ValueTask Connect(CancellationToken cancellationToken = default) => await _keeper.Session.WaitAsync(cancellationToken);

    /// <summary>
    /// What a user may do in an organization, for whoever asks often: it finds what is held once, and again only when that is no longer held.
    /// </summary>
    public HeldPermissions Hold(string user, string organization)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(organization);
        return new HeldPermissions(user, organization, this);
    }

    /// <inheritdoc/>
    public ValueTask<bool> Allows(
        string user, string organization, string action, string? project = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(action);
        var records = _keeper.Records;
        if (records.Find(user, organization) is { } held && held.TryGet(out var policy, out var access) && (project is null || Identifier.IsValid(project)))
        {
            var allowed = policy.Policy is not null && Evaluator.Allows(policy.Policy, access, action, project, _time);
            // The clock last: at this moment, after all was read, it was valid still.
            if (_clock.Now < records.Until) return new ValueTask<bool>(allowed);
        }
        return Ask(user, organization, action, project, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Check(
        string user, string organization, string action, string? project = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(action);
        if (Mistake(user, organization, project) is { } mistake) return new(mistake);
        return Decided(user, organization, action, project) is { } decided
            ? new(decided)
            : Fetched(user, organization, action, project, cancellationToken);
    }

    /// <summary>Ends the session, and tells the service that nothing is held any more. From then on nothing is allowed.</summary>
    public ValueTask DisposeAsync() => _keeper.DisposeAsync();

    /// <summary>What is held of a user, and by which lease; null when it has to be fetched.</summary>
    internal HeldAccess? Find(string user, string organization) => _keeper.Records.Find(user, organization);

    /// <summary>Whether a lease allows an answer at this moment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsValid(HeldAccess held) => _clock.Now < held.Organization.Records.Until;

    /// <summary>The time for what expires.</summary>
    internal TimeProvider Time => _time;

    private static Error? Mistake(string user, string organization, string? project) =>
        !Identifier.IsValid(organization) ? Errors.InvalidId("an organization", organization).At("/organization")
        : !Identifier.IsValid(user) ? Errors.InvalidId("a user", user).At("/user")
        : project is not null && !Identifier.IsValid(project) ? Errors.InvalidId("a project", project).At("/project")
        : null;

    private async ValueTask<bool> Ask(string user, string organization, string action, string? project, CancellationToken cancellationToken) =>
        await Check(user, organization, action, project, cancellationToken) is { Succeeded: true, Value.Allowed: true };

    // What is held decides; null when it does not, or not any more.
    private Result<Decision>? Decided(string user, string organization, string action, string? project)
    {
        if (Find(user, organization) is not { } held || !held.TryGet(out var policy, out var access)) return null;
        Result<Decision> decision = policy.Error ?? Decide(policy.Policy!, access, action, project);
        return IsValid(held) ? decision : null;
    }

    private Result<Decision> Decide(Policy policy, Access? access, string action, string? project)
    {
        if (policy.Model.Actions.TryFind(action, out var handle)) return Evaluator.Decide(policy, access, handle, project, _time);
        return policy.Model.LevelTable.TryFind(action, out var level)
            ? Evaluator.Decide(policy, access, level, project, _time, out _)
            : Errors.UnknownAction(policy.Model, action);
    }

    private async ValueTask<Result<Decision>> Fetched(
        string user, string organization, string action, string? project, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_options.AnswerTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            for (var attempt = 0; attempt < MostAttempts; attempt++)
            {
                if (await _keeper.Session.WaitAsync(either.Token) is not { } session)
                {
                    if (_keeper.Refusal is not null) break;
                    return LeaseErrors.Unreachable;
                }
                var refused = await session.Fetch(new AccessKey(user, organization)).WaitAsync(either.Token);
                if (Decided(user, organization, action, project) is { } decided) return decided;
                if (refused?.Code == ErrorCodes.LeasesExhausted) break;
                if (refused is not null && refused.Code != ErrorCodes.GridUnavailable) return refused;
            }
            // It changes faster than it can be held, or may not be held: the service itself decides.
            return await _grid.User(user).Check(Caller.Service, organization, action, project, either.Token).AsTask().WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return LeaseErrors.Unreachable;
        }
    }
}
