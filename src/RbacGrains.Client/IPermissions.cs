namespace RbacGrains.Client;

/// <summary>
/// What an application asks before it does something. Whoever implements it asks a grid each time, or answers from this process under a lease.
/// In both calls an action is <c>resource:verb</c>, or an area at a level, as in <c>knowledge/faqs@edit</c>: everything that the level stands for there.
/// </summary>
public interface IPermissions
{
    /// <summary>Whether a user may do something; false, too, for what does not exist, and where no answer can be had.</summary>
    /// <param name="user">The user.</param>
    /// <param name="organization">Where.</param>
    /// <param name="action">What.</param>
    /// <param name="project">Within which project; null for the organization itself.</param>
    /// <param name="cancellationToken">Ends the waiting for an answer that is not held.</param>
    /// <returns>Completes at once where the answer is held.</returns>
    ValueTask<bool> Allows(
        string user, string organization, string action, string? project = null, CancellationToken cancellationToken = default);

    /// <summary>The decision with its reason and versions, or the error that stands in its way.</summary>
    /// <inheritdoc cref="Allows"/>
    ValueTask<Result<Decision>> Check(
        string user, string organization, string action, string? project = null, CancellationToken cancellationToken = default);
}
