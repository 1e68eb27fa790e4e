using System.Collections.Immutable;

namespace RbacGrains.Core;

/// <inheritdoc cref="IDirectoryPage"/>
public class DirectoryPage(string key, IActorState<DirectoryPageState> store, ActorServices services) : IDirectoryPage
{
    // Longer than any change is under way: what an earlier activation of the page opened is settled by then, or never.
    private static readonly TimeSpan LongestChange = TimeSpan.FromMinutes(2);

    private readonly Lock _guard = new();
    private readonly AsyncLock _turn = new();
    private DirectoryPageState? _page;
    private long _revision;
    private long _savedRevision;
    private int _open;
    private long? _wokeDirtyAt;
    private ImmutableHashSet<string> _doubted = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    // Opened before the page woke up, and not there yet: somebody may still be about to write and settle them.
    private ImmutableHashSet<string> _awaited = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<bool> Open(string id, bool add)
    {
        await Load(CancellationToken.None);
        await ResolveDoubts(CancellationToken.None);
        long revision;
        lock (_guard)
        {
            var page = _page!;
            var listed = page.IndexOf(id) >= 0;
            if (!listed && add && page.Entries.Length >= DirectoryPageState.Capacity) page = GiveUpAwaited(page);
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
            revision = Note(id, summary);
        }
        await Save(revision);
    }

    /// <inheritdoc/>
    public ValueTask Doubt(string id)
    {
        lock (_guard)
        {
            if (_open > 0) _open--;
            _doubted = _doubted.Add(id);
        }
        return default;
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<DirectoryEntry>> List(int after, CancellationToken cancellationToken)
    {
        await Load(cancellationToken);
        await ResolveDoubts(cancellationToken);
        await AskAwaited(cancellationToken);
        var entries = _page!.Entries;
        // Mostly all of them, and then nothing is copied.
        return entries.All(IsListed) ? entries : [.. entries.Where(IsListed)];

        bool IsListed(DirectoryEntry entry) => entry.Position > after && entry.Summary is not null;
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<string>> ListPossible(CancellationToken cancellationToken)
    {
        await Load(cancellationToken);
        return [.. _page!.Entries.Select(entry => entry.Id)];
    }

    /// <inheritdoc/>
    public async ValueTask Flush()
    {
        long revision;
        lock (_guard)
        {
            if (_page is null || !_page.Dirty || _open > 0 || !_doubted.IsEmpty || !_awaited.IsEmpty) return;
            if (_wokeDirtyAt is { } woke && services.Clock.GetElapsedTime(woke) < LongestChange) return;
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
        if (page.Dirty)
        {
            page = await Reconcile(page, cancellationToken);
            _wokeDirtyAt = services.Clock.GetTimestamp();
            _awaited = _awaited.Union(page.Entries.Where(entry => entry.Summary is null).Select(entry => entry.Id));
        }
        _page = page;
    }

    private async ValueTask<DirectoryPageState> Reconcile(DirectoryPageState page, CancellationToken cancellationToken)
    {
        var entries = ImmutableArray.CreateBuilder<DirectoryEntry>(page.Entries.Length);
        foreach (var entry in page.Entries)
            if (await Summarizer.Summarize(key, entry.Id, services, cancellationToken) is { } summary)
                entries.Add(entry with { Summary = summary });
            else if (entry.Summary is null)
                entries.Add(entry);
        return page with { Entries = entries.ToImmutable() };
    }

    private async ValueTask AskAwaited(CancellationToken cancellationToken)
    {
        foreach (var id in Volatile.Read(ref _awaited))
            if (await Summarizer.Summarize(key, id, services, cancellationToken) is { } summary)
                lock (_guard)
                {
                    // Whoever settled it meanwhile knew better.
                    if (_awaited.Contains(id)) Note(id, summary);
                }
    }

    // Nobody has come for them while the page filled up. The caller holds the guard.
    private DirectoryPageState GiveUpAwaited(DirectoryPageState page)
    {
        if (_awaited.IsEmpty) return page;
        var given = _awaited;
        _awaited = _awaited.Clear();
        return page with { Entries = page.Entries.RemoveAll(entry => entry.Summary is null && given.Contains(entry.Id)) };
    }

    // Nobody opens a place until the doubts about it are resolved, so nothing newer can be overwritten here.
    private async ValueTask ResolveDoubts(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _doubted).IsEmpty) return;
        var revision = 0L;
        using (await _turn.Enter(cancellationToken))
        {
            foreach (var id in _doubted)
            {
                var summary = await Summarizer.Summarize(key, id, services, cancellationToken);
                lock (_guard)
                {
                    revision = Math.Max(revision, Note(id, summary));
                    _doubted = _doubted.Remove(id);
                }
            }
        }
        await Save(revision);
    }

    /// <summary>Notes a summary; the caller holds the guard.</summary>
    /// <returns>The revision that must be saved before the caller goes on; 0 for none.</returns>
    private long Note(string id, DirectorySummary? summary)
    {
        _awaited = _awaited.Remove(id);
        var index = _page!.IndexOf(id);
        if (index < 0 && summary is null) return 0;
        if (index < 0)
        {
            // The page woke up between opening and settling and found nobody of that id: list it after all, durably.
            _page = _page.With(id, summary);
            return ++_revision;
        }
        _page = _page with
        {
            Entries = summary is null
                ? _page.Entries.RemoveAt(index)
                : _page.Entries.SetItem(index, _page.Entries[index] with { Summary = summary }),
        };
        return 0;
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
