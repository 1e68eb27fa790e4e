using System.Collections.Immutable;

namespace RbacGrains.Client;

/// <content>
/// The resource catalog and searches, which this client does not speak: over HTTP they are <c>/v1/organizations/{org}/resources</c> and
/// OpenID AuthZEN, for which there are clients of its own.
/// </content>
internal sealed partial class HttpOrganization
{
    private const string NotHere = "The typed client does not speak the resource catalog and AuthZEN; call their endpoints.";

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public ValueTask<Result<Put<ResourceView>>> PutResource(
        ChangeContext context, ResourceReference resource, ResourceContent content, CancellationToken cancellationToken) =>
        throw new NotSupportedException(NotHere);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public ValueTask<Result<Done>> RemoveResource(ChangeContext context, ResourceReference resource, CancellationToken cancellationToken) =>
        throw new NotSupportedException(NotHere);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public ValueTask<Result<ResourceView>> GetResource(Caller caller, ResourceReference resource, CancellationToken cancellationToken) =>
        throw new NotSupportedException(NotHere);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public ValueTask<Result<Page<ResourceView>>> ListResources(
        Caller caller, string type, PageRequest page, CancellationToken cancellationToken) =>
        throw new NotSupportedException(NotHere);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public ValueTask<Result<Page<string>>> SearchSubjects(
        Caller caller, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken) =>
        throw new NotSupportedException(NotHere);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public ValueTask<Result<Page<string>>> SearchResources(
        Caller caller, string user, string type, Evaluation evaluation, PageRequest page, CancellationToken cancellationToken) =>
        throw new NotSupportedException(NotHere);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public ValueTask<Result<ImmutableArray<string>>> SearchActions(
        Caller caller, string user, Evaluation evaluation, CancellationToken cancellationToken) =>
        throw new NotSupportedException(NotHere);
}
