using System.Collections.Immutable;

namespace RbacGrains.Grains;

/// <summary>A page of a directory, by <see cref="DirectoryName.Page"/>; see <see cref="IDirectoryPage"/>.</summary>
[Alias("rbac.directory_page")]
internal interface IDirectoryPageGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="IDirectoryPage.Open"/>
    [Alias("Open")]
    ValueTask<bool> Open(string id, bool add);

    /// <inheritdoc cref="IDirectoryPage.Settle"/>
    [Alias("Settle")]
    ValueTask Settle(string id, DirectorySummary? summary);

    /// <inheritdoc cref="IDirectoryPage.Doubt"/>
    [Alias("Doubt")]
    ValueTask Doubt(string id);

    /// <inheritdoc cref="IDirectoryPage.List"/>
    [Alias("List")]
    ValueTask<ImmutableArray<DirectoryEntry>> List(int after, CancellationToken cancellationToken);

    /// <inheritdoc cref="IDirectoryPage.ListPossible"/>
    [Alias("ListPossible")]
    ValueTask<ImmutableArray<string>> ListPossible(CancellationToken cancellationToken);

    /// <inheritdoc cref="IDirectoryPage.Flush"/>
    [Alias("Flush")]
    ValueTask Flush();
}
