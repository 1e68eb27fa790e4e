namespace RbacGrains.Client;

/// <summary>Asks a grid each time.</summary>
/// <param name="grid">The grid.</param>
public sealed class GridPermissions(IGrid grid) : IPermissions
{
    /// <inheritdoc/>
    public async ValueTask<bool> Allows(
        string user, string organization, string action, string? project = null, CancellationToken cancellationToken = default) =>
        await Check(user, organization, action, project, cancellationToken) is { Succeeded: true, Value.Allowed: true };

    /// <inheritdoc/>
    public ValueTask<Result<Decision>> Check(
        string user, string organization, string action, string? project = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return grid.User(user).Check(Caller.Service, organization, action, project, cancellationToken);
    }
}
