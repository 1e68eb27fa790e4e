using System.Collections.Immutable;
using RbacGrains.AdminConsole.Components;

namespace RbacGrains.AdminConsole;

/// <summary>
/// Edits one member: holds the draft, asks the engine what it would change, saves it once, and notices when somebody else was faster. It has
/// no look; the page draws what it says whenever <see cref="Updated"/> is raised.
/// </summary>
public sealed class MemberEditor(ConsoleOrganization organization, ConsoleSession session, string user, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Debounce _previewing = new(clock, TimeSpan.FromMilliseconds(250));
    private ImmutableSortedDictionary<string, string> _groupTitles = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private string? _operation;

    /// <summary>Raised when something of it has changed.</summary>
    public event Action? Updated;

    /// <summary>What the organization's members are judged by.</summary>
    public Policy Policy { get; } = organization.CompilePolicy();

    /// <summary>The member as read; null before <see cref="Load"/>, and where there is none.</summary>
    public MemberView? Member { get; private set; }

    /// <summary>What is chosen now.</summary>
    public GridDraft? Draft { get; private set; }

    /// <summary>What the draft would change, as the engine says; null while it is being asked, or when nothing would change.</summary>
    public ImmutableArray<EffectLine>? Effects { get; private set; }

    /// <summary>Why the draft cannot be saved, or was not; null when nothing is known to stand in the way.</summary>
    public Error? Problem { get; private set; }

    /// <summary>What somebody else has saved meanwhile; null when nobody has.</summary>
    public Conflict? Conflict { get; private set; }

    /// <summary>Whether it is being saved.</summary>
    public bool IsSaving { get; private set; }

    /// <summary>Whether the last thing that happened is that it was saved.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>Whether the person who edits is the member.</summary>
    public bool IsSelf => string.Equals(user, session.User, StringComparison.Ordinal);

    /// <summary>Whether the person may change members at all.</summary>
    public bool MayChange => organization.May(AdministrativeOperation.ChangeMembers);

    /// <summary>Whether the draft takes from the person who edits the right to edit.</summary>
    public bool LocksOut => IsSelf && Draft is { HasChanges: true } draft
        && (organization.ActionOf(AdministrativeOperation.ChangeMembers) is { } action
            ? !Evaluator.Allows(Policy, draft.Savable with { }, action, null, clock)
            : !draft.IsAdmin || !draft.Savable.IsActive(clock.GetUtcNow()));

    private Access? Giver => organization.IsAdmin ? null : organization.Member.Access;

    /// <summary>Reads the member.</summary>
    /// <returns>Why not; null when it was read.</returns>
    public async Task<Error?> Load()
    {
        var read = await organization.Actor.GetMember(session.Caller, user, _closing.Token);
        if (!read.Succeeded) return read.Error;
        await ReadGroupTitles(read.Value.Access);
        Begin(read.Value, Draft?.Project);
        return null;
    }

    /// <summary>Goes on with another draft. What it would change is asked for when nothing has changed for a moment.</summary>
    public void Change(GridDraft draft)
    {
        if (IsSaving || draft == Draft) return;
        var isSame = Draft is not null && draft.Chosen.Equals(Draft.Chosen);
        Draft = draft;
        if (isSame) return;
        _operation = null;
        IsSaved = false;
        if (Conflict is not null) return;
        Problem = null;
        Effects = null;
        _ = Preview();
    }

    /// <summary>Gives up what was chosen.</summary>
    public void Discard()
    {
        if (Member is not null && !IsSaving) Begin(Member, Draft?.Project);
        Updated?.Invoke();
    }

    /// <summary>
    /// Saves the draft, as one change on the version that was read. Where it is not known whether it was made, it is made again under the
    /// same name, which makes it once.
    /// </summary>
    public async Task Save()
    {
        if (IsSaving || Conflict is not null || Draft is not { HasChanges: true } draft || Member is not { } member) return;
        IsSaving = true;
        Problem = null;
        _previewing.Cancel();
        Updated?.Invoke();
        try
        {
            _operation ??= Guid.CreateVersion7(clock.GetUtcNow()).ToString("n");
            var context = session.Change(member.Access.Version) with { OperationId = _operation };
            // A change that has begun is made to its end, also when the page is closed meanwhile.
            var saved = await organization.Actor.PatchMember(context, user, draft.ToPatch(), CancellationToken.None);
            if (saved is { Succeeded: false, Error.Code: ErrorCodes.OutcomeUnknown })
                saved = await organization.Actor.PatchMember(context, user, draft.ToPatch(), CancellationToken.None);
            if (saved.Succeeded)
            {
                await ReadGroupTitles(saved.Value.Access);
                Begin(saved.Value, draft.Project);
                IsSaved = true;
            }
            else await Refused(saved.Error);
        }
        finally
        {
            IsSaving = false;
            Updated?.Invoke();
        }
    }

    /// <summary>Puts the member into a group, or takes them out of it, at once. What is chosen and not saved stays so, on top of it.</summary>
    /// <returns>Why not; null when it was done, or when somebody else has saved another state of the member (<see cref="Conflict"/>).</returns>
    public async Task<Error?> ChangeGroup(string group, bool into)
    {
        if (IsSaving || Conflict is not null || Member is not { } member) return null;
        IsSaving = true;
        Updated?.Invoke();
        try
        {
            var context = session.Change(member.Access.Version) with { OperationId = Guid.CreateVersion7(clock.GetUtcNow()).ToString("n") };
            var made = await Group(context, group, into);
            if (made is { Succeeded: false, Error.Code: ErrorCodes.OutcomeUnknown }) made = await Group(context, group, into);
            if (!made.Succeeded && made.Error.Code != ErrorCodes.VersionMismatch) return made.Error;
            if (!made.Succeeded) await Refused(made.Error);
            else await Follow(made.Value);
            return null;
        }
        finally
        {
            IsSaving = false;
            Updated?.Invoke();
        }
    }

    /// <summary>Sets what was chosen here on top of what somebody else has saved.</summary>
    public void ApplyMine()
    {
        if (Conflict is not { Theirs: { } theirs } || Draft is not { } draft) return;
        (Member, Conflict, Problem, Effects, _operation) = (theirs, null, null, null, null);
        Draft = draft.RebaseOn(theirs.Access) with { GroupTitles = _groupTitles };
        _ = Preview();
        Updated?.Invoke();
    }

    /// <summary>Gives up what was chosen here for what somebody else has saved.</summary>
    public void TakeTheirs()
    {
        if (Conflict is { Theirs: { } theirs }) Begin(theirs, Draft?.Project);
        Updated?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _previewing.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    private void Begin(MemberView member, string? project)
    {
        _previewing.Cancel();
        (Member, Conflict, Problem, Effects, IsSaved, _operation) = (member, null, null, null, false, null);
        Draft = GridDraft.Of(Policy, member.Access, Giver, clock.GetUtcNow()).Show(project) with { GroupTitles = _groupTitles };
    }

    private async ValueTask<Result<MemberView>> Group(ChangeContext context, string group, bool into)
    {
        if (into)
        {
            var added = await organization.Actor.AddGroupMember(context, group, user, CancellationToken.None);
            return added.Succeeded ? added.Value.Value : added.Error;
        }
        var removed = await organization.Actor.RemoveGroupMember(context, group, user, CancellationToken.None);
        return removed.Succeeded ? await organization.Actor.GetMember(session.Caller, user, CancellationToken.None) : removed.Error;
    }

    // The same member in other groups; what was chosen on top of it is previewed anew.
    private async Task Follow(MemberView member)
    {
        await ReadGroupTitles(member.Access);
        (Member, Problem, Effects, IsSaved, _operation) = (member, null, null, false, null);
        if (Draft is { } draft) Draft = draft.RebaseOn(member.Access) with { GroupTitles = _groupTitles };
        _ = Preview();
    }

    // Names of groups are for those to see who see members; to others they are known by their ids.
    private async Task ReadGroupTitles(Access access)
    {
        foreach (var group in access.Groups.Where(group => !_groupTitles.ContainsKey(group.Group)))
        {
            var read = await organization.Actor.GetGroup(session.Caller, group.Group, _closing.Token);
            if (read.Succeeded) _groupTitles = _groupTitles.SetItem(group.Group, read.Value.Title);
            else if (read.Error.Kind == ErrorKind.Denied) return;
        }
    }

    private Task Preview()
    {
        _previewing.Cancel();
        return Draft is { HasChanges: true } draft && Member is { } member
            ? _previewing.Run(replaced => Preview(draft, member, replaced))
            : Task.CompletedTask;
    }

    private async Task Preview(GridDraft draft, MemberView member, CancellationToken replaced)
    {
        var change = new PreviewedChange { Member = new PreviewedMember(user) { Patch = draft.ToPatch() } };
        var preview = await organization.Actor.Preview(session.Change(member.Access.Version), change, new PageRequest(Size: 1), replaced);
        if (replaced.IsCancellationRequested) return;
        if (preview.Succeeded) Effects = [.. preview.Value.Items.SelectMany(each => EffectWords.Of(Policy.Model, each.Gains, each.Loses))];
        else await Refused(preview.Error);
        Updated?.Invoke();
    }

    private async Task Refused(Error error)
    {
        Problem = error;
        if (error.Code != ErrorCodes.VersionMismatch || Draft is not { } draft) return;
        var theirs = await organization.Actor.GetMember(session.Caller, user, _closing.Token);
        if (!theirs.Succeeded)
        {
            Problem = theirs.Error;
            return;
        }
        Problem = null;
        await ReadGroupTitles(theirs.Value.Access);
        Conflict = new Conflict(
            theirs.Value,
            AccessWords.Changes(Policy, draft.Saved!, theirs.Value.Access),
            AccessWords.Changes(Policy, draft.Saved!, draft.Savable),
            await LastChange());
    }

    // Who it was is for those to know who may read the audit log.
    private async Task<AuditEntry?> LastChange()
    {
        if (!organization.May(AdministrativeOperation.ReadAudit)) return null;
        var found = await organization.Actor.ReadAudit(session.Caller, new AuditQuery(Target: user), new PageRequest(Size: 1), _closing.Token);
        return found.Succeeded ? found.Value.Items.FirstOrDefault() : null;
    }
}

/// <summary>Somebody else has saved another state of the member that is edited.</summary>
/// <param name="Theirs">The member as it is now.</param>
/// <param name="TheirChanges">What they changed, since the state that the draft was begun on.</param>
/// <param name="MyChanges">What the draft changes of that state.</param>
/// <param name="Entry">Their change in the audit log; null for whoever may not read that.</param>
public sealed record Conflict(
    MemberView Theirs, ImmutableArray<AccessChange> TheirChanges, ImmutableArray<AccessChange> MyChanges, AuditEntry? Entry)
{
    /// <summary>What both have changed.</summary>
    public IEnumerable<string> Both => TheirChanges.Select(change => change.What).Intersect(MyChanges.Select(change => change.What));
}
