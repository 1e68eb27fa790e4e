namespace RbacGrains.Grains;

/// <summary>An entry of a resource catalog, by <see cref="CatalogKey"/>; see <see cref="ICatalogEntry"/>.</summary>
[Alias("rbac.catalog_entry")]
internal interface ICatalogEntryGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="ICatalogEntry.Read"/>
    [Alias("Read")]
    ValueTask<CatalogEntryState?> Read(CancellationToken cancellationToken);

    /// <inheritdoc cref="ICatalogEntry.Refresh"/>
    [Alias("Refresh")]
    ValueTask Refresh();

    /// <inheritdoc cref="ICatalogEntry.Write"/>
    [Alias("Write")]
    ValueTask Write(CatalogEntryState next, AuditEntry audit);
}
