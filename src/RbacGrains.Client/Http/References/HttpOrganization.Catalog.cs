namespace RbacGrains.Client;

/// <content>The resource catalog.</content>
internal sealed partial class HttpOrganization
{
    /// <inheritdoc/>
    public ValueTask<Result<Put<ResourceView>>> PutResource(
        ChangeContext context, ResourceReference resource, ResourceContent content, CancellationToken cancellationToken) =>
        Mistake(resource) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Put, Path(resource), context, ResourceBodies.Of(content)),
            HttpJson.Default.ResourceAnswer,
            (entered, status) => new Put<ResourceView>(entered.ToView(), status == Created),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Done>> RemoveResource(ChangeContext context, ResourceReference resource, CancellationToken cancellationToken) =>
        Mistake(resource) is { } mistake ? new(mistake) : calls.Change(
            Change(HttpMethod.Delete, Path(resource), context), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<ResourceView>> GetResource(Caller caller, ResourceReference resource, CancellationToken cancellationToken) =>
        Mistake(resource) is { } mistake ? new(mistake) : calls.Read(
            Get(Path(resource), caller), HttpJson.Default.ResourceAnswer, found => found.ToView(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Result<Page<ResourceView>>> ListResources(
        Caller caller, string type, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (Mistake() is { } mistake) return new(mistake);
        var path = Paths.With(Path("resources"), ("type", Typed(type)), ("page_size", Paths.Size(page)), ("page_token", Paths.Token(page)));
        return calls.Read(
            Get(path, caller), HttpJson.Default.ListAnswerResourceAnswer, list => list.ToPage(resource => resource.ToView()), cancellationToken);
    }

    private Error? Mistake(ResourceReference resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Mistake() ?? (Identifier.IsValid(resource.Id) ? null : Errors.InvalidId("a resource", resource.Id));
    }

    private string Path(ResourceReference resource) => Path("resources", Typed(resource.Type), resource.Id);

    // Types are named like what a model has. Another word may mean another path, so one goes there that no model has either.
    private static string Typed(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Array.TrueForAll(type.Split('/'), Slug.IsValid) ? type : "-";
    }
}
