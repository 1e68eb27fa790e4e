namespace RbacGrains.Client;

/// <summary>
/// What one user may do in one organization. It is as fresh as any check: what was dropped, or whose lease has run out, is asked for again. Safe for
/// use by several threads; it may be kept for as long as somebody asks.
/// </summary>
public sealed class HeldPermissions
{
    private readonly LeasedGrid _grid;
    private readonly TimeProvider _time;
    private HeldAccess? _held;

    internal HeldPermissions(string user, string organization, LeasedGrid grid) =>
        (User, Organization, _grid, _time) = (user, organization, grid, grid.Time);

    /// <summary>The user.</summary>
    public string User { get; }

    /// <summary>Where.</summary>
    public string Organization { get; }

    /// <summary>Whether the user may do something; as <see cref="IPermissions.Allows"/>, with everything found already.</summary>
    /// <param name="action">What.</param>
    /// <param name="project">Within which project; null for the organization itself.</param>
    /// <param name="cancellationToken">Ends the waiting for an answer that is not held.</param>
    public ValueTask<bool> Allows(KnownAction action, string? project = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        var held = _held;
        if (held is not null && held.TryGet(out var policy, out var access) && (project is null || Identifier.IsValid(project)))
        {
            var allowed = policy.Policy is not null && action.IsAllowed(policy.Policy, access, project, _time);
            if (_grid.IsValid(held)) return new ValueTask<bool>(allowed);
        }
        return Ask(action, project, cancellationToken);
    }

    private async ValueTask<bool> Ask(KnownAction action, string? project, CancellationToken cancellationToken)
    {
        var allowed = await _grid.Allows(User, Organization, action.Name, project, cancellationToken);
        _held = _grid.Find(User, Organization);
        return allowed;
    }
}
