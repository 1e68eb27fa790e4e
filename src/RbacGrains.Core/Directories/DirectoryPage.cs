using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <inheritdoc cref="IDirectoryPage"/>
public class DirectoryPage(string key, IActorState<DirectoryPageState> store, ActorServices services) : IDirectoryPage
{
    private readonly Lock _guard = new();
    private readonly AsyncLock _turn = new();
    private DirectoryPageState? _page;
    private long _revision;
    private long _savedRevision;
    private int _open;

    /// <inheritdoc/>
    public async ValueTask<bool> Open(string id, bool add)
    {
        await Load(CancellationToken.None);
        long revision;
        lock (_guard)
        {
            var page = _page!;
            var listed = page.IndexOf(id) >= 0;
            if (!listed && (!add || page.Entries.Length >= DirectoryPageState.Capacity)) return false;
            if (!listed) page = page.With(id, null);
            if (!listed || !page.Dirty)
            {
                _page = page with { Dirty = true };
                _revision++;
            }
            _open++;
            revision = _revision;
        }
        try
        {
            await Save(revision);
        }
        catch
        {
            lock (_guard) _open--;
            throw;
        }
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask Settle(string id, DirectorySummary? summary)
    {
        await Load(CancellationToken.None);
        long revision;
        lock (_guard)
        {
            if (_open > 0) _open--;
            var index = _page!.IndexOf(id);
            // The page woke up between opening and settling and found nobody of that id: list it after all, durably.
            if (index < 0 && summary is not null) _revision++;
            _page = (index, summary) switch
            {
                ( < 0, null) => _page,
                ( < 0, _) => _page.With(id, summary),
                (_, null) => _page with { Entries = _page.Entries.RemoveAt(index) },
                _ => _page with { Entries = _page.Entries.SetItem(index, _page.Entries[index] with { Summary = summary }) },
            };
            revision = index < 0 && summary is not null ? _revision : 0;
        }
        await Save(revision);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<DirectoryEntry>> List(int after, CancellationToken cancellationToken)
    {
        await Load(cancellationToken);
        return [.. _page!.Entries.Where(entry => entry.Position > after && entry.Summary is not null)];
    }

    /// <inheritdoc/>
    public async ValueTask Flush()
    {
        long revision;
        lock (_guard)
        {
            if (_page is null || !_page.Dirty || _open > 0) return;
            _page = _page with { Dirty = false };
            revision = ++_revision;
        }
        await Save(revision);
    }

    private async ValueTask Load(CancellationToken cancellationToken)
    {
        if (_page is not null) return;
        using var turn = await _turn.Enter(cancellationToken);
        if (_page is not null) return;
        var page = await store.Read(cancellationToken) ?? DirectoryPageState.Empty;
        _page = page.Dirty ? await Reconcile(page, cancellationToken) : page;
    }

    private async ValueTask<DirectoryPageState> Reconcile(DirectoryPageState page, CancellationToken cancellationToken)
    {
        var entries = ImmutableArray.CreateBuilder<DirectoryEntry>(page.Entries.Length);
        foreach (var entry in page.Entries)
            if (await Summarizer.Summarize(key, entry.Id, services, cancellationToken) is { } summary)
                entries.Add(entry with { Summary = summary });
        return page with { Entries = entries.ToImmutable() };
    }

    // Whoever gets the turn saves for all who wait: a page that many change at once is written once.
    private async ValueTask Save(long revision)
    {
        if (Volatile.Read(ref _savedRevision) >= revision) return;
        using var turn = await _turn.Enter(CancellationToken.None);
        if (_savedRevision >= revision) return;
        DirectoryPageState page;
        lock (_guard)
        {
            page = _page!;
            revision = _revision;
        }
        await store.Write(page, unfinished: false, []);
        Volatile.Write(ref _savedRevision, revision);
    }
}
